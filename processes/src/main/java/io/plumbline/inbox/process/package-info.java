/** Hands completed tasks of any process to the engine. */
@NullMarked
package io.plumbline.inbox.process;

import org.jspecify.annotations.NullMarked;
