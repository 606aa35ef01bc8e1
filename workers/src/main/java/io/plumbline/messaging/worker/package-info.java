/**
 * Messaging's ways out: the phone provider, the mail server, the local understanding of text, and
 * the tasks that hand kept messages on after the commit.
 */
@NullMarked
package io.plumbline.messaging.worker;

import org.jspecify.annotations.NullMarked;
