package io.plumbline.messaging;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which mail an answer belongs to. */
@Component
class MailThreads {
  private static final String REPLY = "reply-";

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

  /** The mail that a message answers: the reply to it carries its id. */
  Optional<Mailer.Answered> answeredBy(OutgoingMessage message) {
    if (!message.once().startsWith(REPLY)) {
      return Optional.empty();
    }
    return jdbc.sql(
            """
            select h.message_id, h.subject, m.to_address
              from directory.inbound_mail h join directory.inbound_message m using (provider_id)
             where h.provider_id = :id
            """)
        .param("id", message.once().substring(REPLY.length()))
        .query(
            (row, at) ->
                new Mailer.Answered(
                    row.getString("message_id"),
                    row.getString("subject"),
                    row.getString("to_address")))
        .optional();
  }
}
