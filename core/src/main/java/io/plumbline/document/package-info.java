/** Files kept with business data. */
@NullMarked
package io.plumbline.document;

import org.jspecify.annotations.NullMarked;
