package io.plumbline.messaging.process;

import io.plumbline.messaging.DeliveryReported;
import io.plumbline.messaging.NotificationRequested;
import io.plumbline.messaging.process.Notification.Message;
import io.plumbline.messaging.process.Notification.Reported;
import io.plumbline.messaging.process.Notification.Started;
import io.plumbline.shared.process.EngineCommands;
import io.plumbline.shared.process.Instruction.PublishMessage;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Turns notifications, and reports about their messages, into messages of their process. */
@Component
class NotificationEngineListener {
  /**
   * A report may overtake the step that sent its message, by the time of a job that is done again;
   * a second start after that time ends itself at its first step. Notifications are many, so the
   * engine forgets their messages sooner than those of requests.
   */
  private static final Duration KEPT = Duration.ofHours(1);

  private static final TypeReference<Map<String, Object>> VARIABLES = new TypeReference<>() {};

  private final EngineCommands engine;
  private final JsonMapper json;

  NotificationEngineListener(EngineCommands engine, JsonMapper json) {
    this.engine = engine;
    this.json = json;
  }

  @EventListener
  void on(NotificationRequested event) {
    var id = event.notification().toString();
    var started =
        new Started(
            event.tenant().value(),
            event.number(),
            event.kind(),
            event.notification(),
            event.facts().reach(),
            event.facts().quiet());
    var variables = json.convertValue(started, VARIABLES);
    engine.tell(
        event.tenant(),
        new PublishMessage(Message.NOTIFICATION_REQUESTED, id, id, variables, KEPT));
  }

  @EventListener
  void on(DeliveryReported event) {
    var id = event.message().toString();
    var variables = json.convertValue(new Reported(event.delivered()), VARIABLES);
    engine.tell(
        event.tenant(), new PublishMessage(Message.DELIVERY_REPORTED, id, id, variables, KEPT));
  }
}
