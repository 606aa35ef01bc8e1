/** Draws pictures of files that people added. */
@NullMarked
package io.plumbline.document.worker;

import org.jspecify.annotations.NullMarked;
