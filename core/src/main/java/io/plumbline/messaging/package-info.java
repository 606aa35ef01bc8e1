/**
 * Text in and out: inbound messages, the dialogue that turns text into a request, outgoing messages
 * in order per person.
 */
@NullMarked
package io.plumbline.messaging;

import org.jspecify.annotations.NullMarked;
