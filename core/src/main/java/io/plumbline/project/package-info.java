/** Projects and who works on them. */
@NullMarked
package io.plumbline.project;

import org.jspecify.annotations.NullMarked;
