package io.plumbline.messaging.worker;

import org.springframework.context.annotation.Import;

/** The parts of this package that need no provider. */
@Import({
  MessagingConfiguration.class,
  MessageTasks.class,
  InboundRelay.class,
  OutgoingRelay.class,
  IntakeTasks.class,
  IntakeRelay.class,
  MailIntake.class,
  MailReader.class,
  LocalAnalyst.class
})
public class MessagingParts {}
