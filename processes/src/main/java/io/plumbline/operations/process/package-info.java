/** Hands an operator's retries to the engine. */
@NullMarked
package io.plumbline.operations.process;

import org.jspecify.annotations.NullMarked;
