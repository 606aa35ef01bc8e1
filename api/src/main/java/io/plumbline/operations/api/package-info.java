/** Process instances over REST, for operators. */
@NullMarked
package io.plumbline.operations.api;

import org.jspecify.annotations.NullMarked;
