/** Looks after files that nothing came of. */
@NullMarked
package io.plumbline.document.process;

import org.jspecify.annotations.NullMarked;
