/**
 * The contract between the house and the process {@code notification}
 * (bpmn/messaging/notification.bpmn with dmn/messaging/notification-channels.dmn and
 * dmn/messaging/quiet-hours.dmn).
 */
@NullMarked
package io.plumbline.messaging.process;

import org.jspecify.annotations.NullMarked;
