package io.plumbline.messaging.worker;

import io.plumbline.identity.Channel;
import io.plumbline.messaging.NotificationSteps;
import io.plumbline.messaging.NotificationSteps.Sending;
import io.plumbline.messaging.process.Notification.Job;
import io.plumbline.shared.worker.Worker;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Queues the message of one channel. */
@Component
class SendNotificationWorker
    implements Worker<SendNotificationWorker.Input, SendNotificationWorker.Output> {
  private final NotificationSteps steps;

  SendNotificationWorker(NotificationSteps steps) {
    this.steps = steps;
  }

  @Override
  public String type() {
    return Job.SEND_NOTIFICATION;
  }

  @Override
  public Output work(Input in) {
    var sent = steps.send(in.notificationId(), in.processInstanceKey(), in.channel(), in.awaited());
    return new Output(sent.sending(), sent.message());
  }

  record Input(UUID notificationId, long processInstanceKey, Channel channel, boolean awaited) {}

  record Output(Sending sending, @Nullable UUID messageId) {}
}
