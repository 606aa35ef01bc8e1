/** Measures Plumbline against its own promises and against the raw engine on the same machine. */
@NullMarked
package io.plumbline.bench;

import org.jspecify.annotations.NullMarked;
