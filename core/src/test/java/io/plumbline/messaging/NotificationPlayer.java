package io.plumbline.messaging;

import io.plumbline.identity.Channel;
import io.plumbline.identity.TenantId;
import io.plumbline.messaging.NotificationFacts.Line;
import io.plumbline.messaging.NotificationSteps.Sending;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Plays notification.bpmn where no engine is: the channels in the person's order, at once, the next
 * one when a message failed. WhatsApp's window and quiet hours are the decision tables' matter.
 */
public class NotificationPlayer {
  private final NotificationSteps steps;
  private final JdbcClient jdbc;
  private final Set<TenantId> held = ConcurrentHashMap.newKeySet();
  private final Map<UUID, List<Channel>> left = new ConcurrentHashMap<>();

  NotificationPlayer(NotificationSteps steps, JdbcClient jdbc) {
    this.steps = steps;
    this.jdbc = jdbc;
  }

  /** Leaves the notifications of this tenant to the test. */
  public void hold(TenantId tenant) {
    held.add(tenant);
  }

  @EventListener
  void on(NotificationRequested event) {
    if (!held.contains(event.tenant())) {
      var reach = Objects.requireNonNull(steps.claim(event.notification(), 1).reach());
      left.put(event.notification(), order(reach));
      next(event.notification());
    }
  }

  @EventListener
  void on(DeliveryReported event) {
    if (!event.delivered() && !held.contains(event.tenant())) {
      next(notificationOf(event.message()));
    }
  }

  private void next(UUID notification) {
    var channels = left.getOrDefault(notification, List.of());
    if (channels.isEmpty()) {
      return;
    }
    left.put(notification, channels.subList(1, channels.size()));
    if (steps.send(notification, 1, channels.getFirst(), true).sending() == Sending.SKIPPED) {
      next(notification);
    }
  }

  private static List<Channel> order(NotificationFacts.Reachability reach) {
    var lines =
        Map.of(
            Channel.WHATSAPP, reach.whatsapp(),
            Channel.SMS, reach.sms(),
            Channel.EMAIL, reach.email());
    return lines.entrySet().stream()
        .filter(line -> line.getValue().reachable() && line.getValue().place() > 0)
        .sorted(Map.Entry.comparingByValue(Comparator.comparingInt(Line::place)))
        .map(Map.Entry::getKey)
        .toList();
  }

  private UUID notificationOf(UUID message) {
    return jdbc.sql("select notification_id from app.outgoing_message where id = :id")
        .param("id", message)
        .query(UUID.class)
        .single();
  }
}
