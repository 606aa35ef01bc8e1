package io.plumbline.messaging;

import io.plumbline.TestClock;
import io.plumbline.TestTenant;
import io.plumbline.identity.Channel;
import io.plumbline.messaging.InboundMessage.Media;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes to us as phones do, and reads what they get. */
public final class Texting {
  static final String OUR_NUMBER = "+14155238886";

  private final InboundMessages inbound;
  private final OutgoingMessages outgoing;
  private final QueuedMessages queued;
  private final FakeMessenger messenger;
  private final TestClock clock;
  private final JdbcClient jdbc;

  Texting(
      InboundMessages inbound,
      OutgoingMessages outgoing,
      QueuedMessages queued,
      FakeMessenger messenger,
      TestClock clock,
      JdbcClient jdbc) {
    this.inbound = inbound;
    this.outgoing = outgoing;
    this.queued = queued;
    this.messenger = messenger;
    this.clock = clock;
    this.jdbc = jdbc;
  }

  /** By WhatsApp to a number that belongs to no firm; returns the provider's id. */
  String say(String phone, String body, Media... media) {
    return say(Channel.WHATSAPP, phone, OUR_NUMBER, body, media);
  }

  String say(Channel channel, String phone, String ours, String body, Media... media) {
    var message = receive(channel, phone, ours, body, media);
    handle(message);
    return message;
  }

  /** Taken in, and not handled yet; a moment after the one before. */
  String receive(Channel channel, String phone, String ours, String body, Media... media) {
    var id = newId();
    later();
    inbound.receive(new InboundMessage(id, channel, phone, ours, body, List.of(media)));
    return id;
  }

  /** A moment later: what is said next comes after what was said. */
  void later() {
    clock.advance(Duration.ofMillis(5));
  }

  /** As the relay does. */
  void handle(String message) {
    inbound.handle(message);
  }

  /** What the phone got, after everything the firms have for anybody was sent. */
  List<String> answers(String phone, TestTenant... firms) {
    for (var firm : firms) {
      queued.of(firm.id()).forEach(id -> firm.run(firm.system(), () -> outgoing.deliver(id)));
    }
    return messenger.bodiesTo(phone);
  }

  /** What became of what the phone wrote, oldest first. */
  List<String> outcomes(String phone) {
    return jdbc.sql(
            "select outcome from directory.inbound_message where from_address = :from"
                + " order by received_at, provider_id")
        .param("from", phone)
        .query(String.class)
        .list();
  }

  static String newId() {
    return "SM" + UUID.randomUUID().toString().replace("-", "");
  }
}
