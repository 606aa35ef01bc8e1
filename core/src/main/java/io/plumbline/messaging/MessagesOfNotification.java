package io.plumbline.messaging;

import io.plumbline.identity.Channel;
import io.plumbline.messaging.NoticeText.Told;
import io.plumbline.messaging.NotificationRepository.Kept;
import io.plumbline.messaging.OutgoingMessageRepository.State;
import io.plumbline.messaging.OutgoingQueue.Carried;
import io.plumbline.messaging.OutgoingQueue.NewMessage;
import io.plumbline.shared.Timestamps;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The messages that carry out a notification, at most one per channel. */
@Component
class MessagesOfNotification {
  private final JdbcClient jdbc;
  private final OutgoingQueue queue;
  private final Wishes wishes;
  private final Reach reach;
  private final ReplyWindows windows;
  private final NoticeTemplates templates;
  private final ObjectProvider<NoticeText> texts;
  private final Clock clock;

  MessagesOfNotification(
      JdbcClient jdbc,
      OutgoingQueue queue,
      Wishes wishes,
      Reach reach,
      ReplyWindows windows,
      NoticeTemplates templates,
      ObjectProvider<NoticeText> texts,
      Clock clock) {
    this.jdbc = jdbc;
    this.queue = queue;
    this.wishes = wishes;
    this.reach = reach;
    this.windows = windows;
    this.templates = templates;
    this.texts = texts;
    this.clock = clock;
  }

  List<Earlier> of(UUID notification) {
    return jdbc.sql(
            """
            select id, channel, state from app.outgoing_message
             where notification_id = :notification order by created_at, id
            """)
        .param("notification", notification)
        .query(
            (row, at) ->
                new Earlier(
                    row.getObject("id", UUID.class),
                    Channel.valueOf(row.getString("channel")),
                    State.valueOf(row.getString("state"))))
        .list();
  }

  /**
   * Nobody waits for earlier messages any more. One that was never tried is not sent; one that may
   * have been sent is not tried again, and stays unknown unless a report comes.
   */
  void supersede(UUID notification) {
    jdbc.sql(
            """
            with given_up as (
              update app.outgoing_message
                 set awaited = false,
                     state = case when claimed_at is null and unknown_since is null
                                  then 'SUPERSEDED' else 'UNKNOWN' end
               where notification_id = :notification and state = 'PENDING'
              returning id, state), noted as (
              insert into app.outgoing_message_status (message_id, state, at)
              select id, state, :now from given_up)
            delete from app.waiting_command where command_id in (select id from given_up)
            """)
        .param("notification", notification)
        .param("now", Timestamps.of(clock.instant()))
        .update();
    jdbc.sql(
            """
            update app.outgoing_message set awaited = false
             where notification_id = :notification and awaited
            """)
        .param("notification", notification)
        .update();
  }

  /** Empty when the person cannot or does not want to be reached there by now. */
  Optional<UUID> queue(Kept notification, Channel channel, boolean awaited) {
    var notice = notification.notice();
    if (!wishes.inAnyOrder(notice.to(), notice.kind()).channels().contains(channel)) {
      return Optional.empty();
    }
    return message(once(notice, channel), notice, channel)
        .flatMap(
            message -> queue.add(message, new Carried(notice.id(), notification.at(), awaited)));
  }

  /** What to send there now; empty when nothing can be. */
  Optional<NewMessage> message(String once, Told notice, Channel channel) {
    return reach
        .address(notice.to(), channel)
        .flatMap(address -> message(once, notice, channel, address));
  }

  /** Whether what it told of is over. */
  boolean isOver(Told notice) {
    return texts.orderedStream().anyMatch(more -> more.isOver(notice));
  }

  private static String once(Told notice, Channel channel) {
    return notice.id() + "/" + channel.name().toLowerCase(Locale.ROOT);
  }

  /** Outside WhatsApp's window a template, or nothing; inside it one that has buttons to press. */
  private Optional<NewMessage> message(String once, Told notice, Channel channel, String address) {
    var text = text(notice, channel);
    var isOpen = windows.of(channel, address).isOpen();
    var values = values(notice, channel);
    var pressed = channel == Channel.WHATSAPP && !values.isEmpty() && templates.haveButtons(notice);
    var filled =
        isOpen && !pressed
            ? Optional.<NewMessage>empty()
            : templates
                .fill(notice, text, values)
                .map(template -> NewMessage.of(once, notice.to(), channel, address, template));
    return filled.isPresent() || !isOpen
        ? filled
        : Optional.of(
            new NewMessage(
                once, notice.to(), channel, address, notice.subject(), text, null, null));
  }

  private Map<String, String> values(Told notice, Channel channel) {
    var values = new HashMap<String, String>();
    texts.orderedStream().forEach(more -> values.putAll(more.values(notice, channel)));
    return values;
  }

  private String text(Told notice, Channel channel) {
    var text = notice.body();
    for (var more : texts.orderedStream().toList()) {
      text = more.text(notice, channel, text);
    }
    return text;
  }

  /** A message of an earlier step. */
  record Earlier(UUID id, Channel channel, State state) {
    boolean arrived() {
      return state == State.DELIVERED || state == State.READ;
    }
  }
}
