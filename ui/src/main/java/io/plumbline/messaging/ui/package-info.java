/**
 * Pages that stand in for the world outside on one machine: people's phones and the mailbox that
 * catches mails. They exist only where core offers the simulators, in profile local.
 */
@NullMarked
package io.plumbline.messaging.ui;

import org.jspecify.annotations.NullMarked;
