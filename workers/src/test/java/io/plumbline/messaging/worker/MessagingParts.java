package io.plumbline.messaging.worker;

import org.springframework.context.annotation.Import;

/** The parts of this package that need no provider. */
@Import({MessageTasks.class, InboundRelay.class, OutgoingRelay.class, LocalAnalyst.class})
public class MessagingParts {}
