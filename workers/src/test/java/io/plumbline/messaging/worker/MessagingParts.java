package io.plumbline.messaging.worker;

import org.springframework.context.annotation.Import;

/** The parts of this package that need no provider. */
@Import({MessageTasks.class, MessageRelay.class, LocalAnalyst.class})
public class MessagingParts {}
