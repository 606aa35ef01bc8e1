package io.plumbline.messaging;

import io.plumbline.document.FileStore;
import io.plumbline.identity.Callers;
import io.plumbline.identity.Channel;
import io.plumbline.identity.ChannelAddresses;
import io.plumbline.identity.UserId;
import io.plumbline.messaging.ReceivedMail.File;
import io.plumbline.shared.Sha256;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where mails to the current tenant arrive. From here on a mail is a message like a text: it starts
 * requests and is answered on its own channel.
 */
@Component
public class InboundMails {
  /** Before the address of a sender nobody vouches for, so that it is nobody's address. */
  static final String UNPROVEN = "unverified:";

  private static final int LONGEST = 4_096;
  private static final File OF_A_STRANGER =
      new File(null, "Files of unknown senders are not kept.");

  private final InboundMessages messages;
  private final MailThreads threads;
  private final ReceivedMediaRepository media;
  private final FileStore files;
  private final ChannelAddresses addresses;
  private final Callers callers;
  private final JdbcClient jdbc;

  InboundMails(
      InboundMessages messages,
      MailThreads threads,
      ReceivedMediaRepository media,
      FileStore files,
      ChannelAddresses addresses,
      Callers callers,
      JdbcClient jdbc) {
    this.messages = messages;
    this.threads = threads;
    this.media = media;
    this.files = files;
    this.addresses = addresses;
    this.callers = callers;
    this.jdbc = jdbc;
  }

  /** This mailbox belongs to the current tenant from now on. */
  public void own(String mailbox) {
    jdbc.sql(
            """
            insert into directory.receiving_address (channel, address, tenant_id)
            values ('EMAIL', :address, :tenant)
            on conflict (channel, address) do update set tenant_id = excluded.tenant_id
            """)
        .param("address", mailbox)
        .param("tenant", callers.current().tenant().value())
        .update();
  }

  /** Keeps the mail with its files; true when it is new. Handling follows after the commit. */
  @Transactional
  public boolean receive(ReceivedMail mail) {
    if (mail.proven()) {
      knowByPersonsAddress(mail.from());
    }
    var from = mail.proven() ? mail.from() : UNPROVEN + mail.from();
    var message =
        new InboundMessage(providerId(mail), Channel.EMAIL, from, mail.to(), text(mail), List.of());
    var isNew = messages.receive(message);
    if (isNew) {
      threads.keep(
          message.providerId(), mail.answerable() ? mail.messageId() : null, mail.subject());
      var known = mail.proven() && addresses.ownerOf(Channel.EMAIL, mail.from()).isPresent();
      for (var position = 0; position < mail.files().size(); position++) {
        keep(message, position, known ? mail.files().get(position) : OF_A_STRANGER);
      }
    }
    return isNew;
  }

  private void keep(InboundMessage message, int position, File file) {
    var content = file.content();
    media.received(
        message.providerId(),
        position,
        message.from(),
        content == null ? null : files.save(content),
        file);
  }

  /**
   * An administrator entered it as the person's mail address: they are heard from there. What
   * decides is not mailed there before they prove it.
   */
  private void knowByPersonsAddress(String from) {
    if (addresses.ownerOf(Channel.EMAIL, from).isEmpty()) {
      var people =
          jdbc.sql("select id from app.person where lower(email) = :address")
              .param("address", from)
              .query((row, at) -> new UserId(row.getObject(1, UUID.class)))
              .list();
      if (people.size() == 1) {
        addresses.bind(Channel.EMAIL, from, people.getFirst());
      }
    }
  }

  /** The subject of an answer says what was said before, not what is meant now. */
  private static String text(ReceivedMail mail) {
    var isAnswer = mail.subject().matches("(?i)\\s*(re|aw|antw|sv|fwd?|wg)\\s*:.*");
    var text = isAnswer ? mail.body() : (mail.subject() + "\n" + mail.body()).strip();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  /** A mail to two firms is one message for each. */
  private String providerId(ReceivedMail mail) {
    return "mail-" + Sha256.hex(callers.current().tenant() + "\n" + mail.messageId());
  }
}
