package io.plumbline.bench;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.response.ActivatedJob;
import io.camunda.zeebe.client.api.worker.JobClient;
import io.camunda.zeebe.client.api.worker.JobWorker;
import io.plumbline.messaging.NotificationFacts.Line;
import io.plumbline.messaging.NotificationFacts.Quiet;
import io.plumbline.messaging.NotificationFacts.Reachability;
import io.plumbline.messaging.process.Notification.Job;
import io.plumbline.messaging.process.Notification.Message;
import io.plumbline.messaging.process.Notification.Reported;
import io.plumbline.messaging.process.Notification.Started;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Notifications on the raw engine, as a requester is told by text message: one send step, then the
 * report that it arrived.
 */
@SuppressWarnings("deprecation") // this client speaks to the 8.5 broker we ship
final class RawNotices implements AutoCloseable {
  static final List<String> MODELS =
      List.of(
          "bpmn/messaging/notification.bpmn",
          "dmn/messaging/notification-channels.dmn",
          "dmn/messaging/quiet-hours.dmn");

  private static final Duration KEPT = Duration.ofHours(1);

  private final ZeebeClient client;
  private final JobWorker worker;
  private final AtomicInteger told = new AtomicInteger();
  private final AtomicInteger sent = new AtomicInteger();

  RawNotices(ZeebeClient client) {
    this.client = client;
    this.worker =
        client
            .newWorker()
            .jobType(Job.SEND_NOTIFICATION)
            .handler(this::send)
            .fetchVariables(List.of())
            .maxJobsActive(64)
            .streamEnabled(true)
            .timeout(Duration.ofMinutes(1))
            .open();
  }

  /** Starts one and does not wait for its end. */
  void tell(UUID tenant) {
    var id = UUID.randomUUID();
    publish(Message.NOTIFICATION_REQUESTED, id, started(tenant, id));
    told.incrementAndGet();
  }

  /** "4,000 of 4,002 notifications were sent". */
  String text() {
    return String.format(Locale.ROOT, "%,d of %,d notifications were sent", sent.get(), told.get());
  }

  private void send(JobClient jobs, ActivatedJob job) {
    var message = UUID.randomUUID();
    sent.incrementAndGet();
    jobs.newCompleteCommand(job)
        .variables(Map.of("sending", "QUEUED", "messageId", message.toString()))
        .send()
        .thenRun(() -> publish(Message.DELIVERY_REPORTED, message, new Reported(true)));
  }

  private void publish(String name, UUID id, Object variables) {
    client
        .newPublishMessageCommand()
        .messageName(name)
        .correlationKey(id.toString())
        .messageId(id.toString())
        .timeToLive(KEPT)
        .variables(variables)
        .send();
  }

  /** By SMS, with e-mail to fall back on. */
  private static Started started(UUID tenant, UUID id) {
    var reach =
        new Reachability(
            Instant.now().toString(),
            false,
            new Line(0, false),
            new Line(1, true),
            new Line(2, true),
            "closed");
    return new Started(
        tenant, "PR-" + id, "request.news", id, reach, new Quiet("12:00:00", null, null, null));
  }

  @Override
  public void close() {
    worker.close();
  }
}
