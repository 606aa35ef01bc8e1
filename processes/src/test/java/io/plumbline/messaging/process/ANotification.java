package io.plumbline.messaging.process;

import io.plumbline.messaging.NotificationFacts.Line;
import io.plumbline.messaging.NotificationFacts.Quiet;
import io.plumbline.messaging.NotificationFacts.Reachability;
import io.plumbline.messaging.process.Notification.Message;
import io.plumbline.messaging.process.Notification.Reported;
import io.plumbline.messaging.process.Notification.Started;
import io.plumbline.shared.process.TestEngine;
import io.plumbline.shared.process.TestInstance;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A notification on its way, in the words of the tests. */
final class ANotification {
  private static final List<String> CHANNELS = List.of("whatsapp", "sms", "email");

  private final TestEngine engine;
  private final TestInstance instance;
  private UUID message = UUID.randomUUID();

  private ANotification(TestEngine engine, TestInstance instance) {
    this.engine = engine;
    this.instance = instance;
  }

  /** Without any facts: they have to be gathered first. */
  static ANotification requested(TestEngine engine) {
    return requested(engine, null);
  }

  /** The person is reachable by SMS, as was found out then. */
  static ANotification requestedWithFacts(TestEngine engine, ZonedDateTime at) {
    var off = new Line(0, false);
    return requested(
        engine,
        new Reachability(at.toInstant().toString(), false, off, new Line(1, true), off, "closed"));
  }

  private static ANotification requested(TestEngine engine, @Nullable Reachability reach) {
    return requested(engine, reach, reach == null ? null : new Quiet("10:00:00", null, null, null));
  }

  private static ANotification requested(
      TestEngine engine, @Nullable Reachability reach, @Nullable Quiet quiet) {
    var id = UUID.randomUUID();
    var variables = new Started(UUID.randomUUID(), "PR-000123", "request.news", id, reach, quiet);
    return new ANotification(
        engine, engine.start(Message.NOTIFICATION_REQUESTED, id.toString(), variables));
  }

  /** Told in the evening: the person is reachable by e-mail, and asleep for these hours. */
  static ANotification requestedAtNight(TestEngine engine, long hours) {
    var off = new Line(0, false);
    var reach =
        new Reachability(
            engine.now().toInstant().toString(), false, off, off, new Line(1, true), "closed");
    var until = engine.now().plusHours(hours).toOffsetDateTime().toString();
    return requested(engine, reach, new Quiet("23:00:00", "22:00:00", "07:00:00", until));
  }

  /** The person is reachable on these channels, in this order, at any hour. */
  static ANotification reachableBy(TestEngine engine, String... channels) {
    return requested(engine).claimed(reach(false, channels), awake());
  }

  static Map<String, Object> reach(boolean urgent, String... order) {
    var reach = new HashMap<String, Object>();
    reach.put("urgent", urgent);
    reach.put("window", "open");
    CHANNELS.forEach(
        channel -> {
          var place = List.of(order).indexOf(channel) + 1;
          reach.put(channel, Map.of("place", place, "reachable", place > 0));
        });
    return reach;
  }

  static Map<String, Object> awake() {
    return Map.of("now", "10:00:00");
  }

  /** Within quiet hours from 22:00 to 07:00, which end in so many hours. */
  static Map<String, Object> asleep(TestEngine engine, long hours) {
    return asleepUntil(engine.now().plusHours(hours).toOffsetDateTime().toString());
  }

  static Map<String, Object> asleepUntil(String end) {
    return Map.of("now", "22:05:00", "from", "22:00:00", "until", "07:00:00", "endsAt", end);
  }

  /** What was found out when it was looked again: reachable so, at any hour. */
  ANotification stillReachableBy(String... channels) {
    return claimed(reach(false, channels), awake());
  }

  ANotification claimed(Object reach, Object quiet) {
    instance.complete(
        "ClaimNotification", Map.of("effective", true, "reach", reach, "quiet", quiet));
    return this;
  }

  ANotification queued() {
    message = UUID.randomUUID();
    return sent(Map.of("sending", "QUEUED", "messageId", message));
  }

  /** The step sent nothing, for this reason. */
  ANotification notQueued(String sending) {
    var variables = new HashMap<String, Object>();
    variables.put("sending", sending);
    variables.put("messageId", null);
    return sent(variables);
  }

  private ANotification sent(Map<String, Object> variables) {
    instance.complete("SendNotification", variables);
    return this;
  }

  ANotification reported(boolean delivered) {
    return reportedOn(message, delivered);
  }

  ANotification reportedOn(UUID any, boolean delivered) {
    engine.publish(Message.DELIVERY_REPORTED, any.toString(), new Reported(delivered));
    return this;
  }

  /** The report comes before the step that sends it is over. */
  ANotification reportedBeforeQueued(boolean delivered) {
    message = UUID.randomUUID();
    reported(delivered);
    return sent(Map.of("sending", "QUEUED", "messageId", message));
  }

  UUID message() {
    return message;
  }

  /** The channel the open step is to send on. */
  String channel() {
    return String.valueOf(instance.localsOf("SendNotification").get("channel")).replace("\"", "");
  }

  boolean awaited() {
    return Boolean.parseBoolean(instance.localsOf("SendNotification").get("awaited"));
  }

  TestInstance instance() {
    return instance;
  }
}
