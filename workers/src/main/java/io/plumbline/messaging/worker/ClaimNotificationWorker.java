package io.plumbline.messaging.worker;

import io.plumbline.messaging.NotificationFacts;
import io.plumbline.messaging.NotificationSteps;
import io.plumbline.messaging.process.Notification.Job;
import io.plumbline.shared.worker.Worker;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Binds a notification to the one instance that carries it out, and gathers the facts. */
@Component
class ClaimNotificationWorker implements Worker<ClaimNotificationWorker.Input, NotificationFacts> {
  private final NotificationSteps steps;

  ClaimNotificationWorker(NotificationSteps steps) {
    this.steps = steps;
  }

  @Override
  public String type() {
    return Job.CLAIM_NOTIFICATION;
  }

  @Override
  public NotificationFacts work(Input in) {
    return steps.claim(in.notificationId(), in.processInstanceKey());
  }

  record Input(UUID notificationId, long processInstanceKey) {}
}
