package io.plumbline.messaging;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which mail an answer belongs to. */
@Component
class MailThreads {
  private static final Pattern ANSWER =
      Pattern.compile("\\s*(?:re|aw|antw|sv)\\s*:", Pattern.CASE_INSENSITIVE);

  private final JdbcClient jdbc;

  MailThreads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void keep(String providerId, @Nullable String messageId, String subject) {
    jdbc.sql(
            """
            insert into directory.inbound_mail (provider_id, message_id, subject)
            values (:id, :message, :subject)
            """)
        .param("id", providerId)
        .param("message", messageId)
        .param("subject", subject)
        .update();
  }

  /** The mail that a message answers: a reply carries its id, what staff wrote keeps it. */
  Optional<Mailer.Answered> answeredBy(OutgoingMessage message) {
    return jdbc.sql(
            """
            select r.mail_id, r.mail_subject, r.our_address
              from app.outgoing_message o
              join app.received_message r
                on r.provider_id = coalesce(o.answers, substr(o.once, length('reply-') + 1))
             where o.id = :id and (o.answers is not null or o.once like 'reply-%')
               and r.mail_subject is not null
            """)
        .param("id", message.id())
        .query(
            (row, at) ->
                new Mailer.Answered(
                    row.getString("mail_id"),
                    answer(row.getString("mail_subject")),
                    row.getString("our_address")))
        .optional();
  }

  /** Remembers which received message one of ours answers. */
  void answers(String once, String providerId) {
    jdbc.sql("update app.outgoing_message set answers = :answered where once = :once")
        .param("answered", providerId)
        .param("once", once)
        .update();
  }

  /** A repeat answers what the first one answered. */
  void answersLike(String once, UUID first) {
    jdbc.sql(
            """
            update app.outgoing_message o
               set answers = coalesce(f.answers, substr(f.once, length('reply-') + 1))
              from app.outgoing_message f
             where o.once = :once and f.id = :first
               and (f.answers is not null or f.once like 'reply-%')
            """)
        .param("once", once)
        .param("first", first)
        .update();
  }

  /** What the person wrote last in a conversation. */
  Optional<Last> lastIn(UUID conversation) {
    return jdbc.sql(
            """
            select provider_id, mail_subject from app.received_message
             where conversation_id = :conversation and mail_subject is not null
             order by received_at desc, provider_id desc limit 1
            """)
        .param("conversation", conversation)
        .query((row, at) -> new Last(row.getString(1), answer(row.getString(2))))
        .optional();
  }

  /** The subject of an answer; however often is answered, one "Re:". */
  private static String answer(String subject) {
    if (subject.isBlank()) {
      return "";
    }
    return ANSWER.matcher(subject).lookingAt() ? subject.strip() : "Re: " + subject.strip();
  }

  /**
   * A mail that may be answered.
   *
   * @param subject of the answer; empty when the mail had none
   */
  record Last(String providerId, String subject) {}
}
