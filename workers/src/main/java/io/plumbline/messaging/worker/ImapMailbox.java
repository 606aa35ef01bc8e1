package io.plumbline.messaging.worker;

import io.plumbline.document.FileId;
import io.plumbline.document.StoredFile;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Callers;
import io.plumbline.identity.Channel;
import io.plumbline.identity.ChannelAddresses;
import io.plumbline.identity.ChannelAddresses.Bound;
import io.plumbline.identity.Tenants;
import io.plumbline.messaging.CaughtMails;
import io.plumbline.messaging.ProviderAway;
import io.plumbline.procurement.Vendor;
import io.plumbline.procurement.Vendors;
import jakarta.mail.BodyPart;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Reads the mailbox of this machine over IMAP; each address is a user, any password opens it. */
@Component
@Profile("local")
class ImapMailbox implements CaughtMails {
  private static final int SHOWN = 50;

  private final MailSettings settings;
  private final Tenants tenants;
  private final Callers callers;
  private final ChannelAddresses addresses;
  private final Vendors vendors;

  ImapMailbox(
      MailSettings settings,
      Tenants tenants,
      Callers callers,
      ChannelAddresses addresses,
      Vendors vendors) {
    this.settings = settings;
    this.tenants = tenants;
    this.callers = callers;
    this.addresses = addresses;
    this.vendors = vendors;
  }

  @Override
  public List<String> addresses() {
    return tenants.all().stream()
        .flatMap(tenant -> callers.call(Caller.system(tenant), this::ofTenant).stream())
        .distinct()
        .sorted()
        .toList();
  }

  private List<String> ofTenant() {
    return Stream.concat(
            vendors.active().stream().map(Vendor::email),
            addresses.all(Channel.EMAIL).stream().map(Bound::address))
        .toList();
  }

  @Override
  public List<Mail> to(String address) {
    try (var store = session().getStore("imap")) {
      store.connect(settings.host(), settings.imapPort(), address, "any");
      var inbox = store.getFolder("INBOX");
      inbox.open(Folder.READ_ONLY);
      var last = inbox.getMessageCount();
      var mails = new ArrayList<Mail>();
      for (var number = last; number > Math.max(0, last - SHOWN); number--) {
        mails.add(mail(inbox.getMessage(number)));
      }
      return mails;
    } catch (MessagingException | IOException e) {
      throw new ProviderAway("The mailbox of this machine cannot be read", e);
    }
  }

  private static Mail mail(Message message) throws MessagingException, IOException {
    var parts = new Parts();
    parts.read(message);
    var sent = message.getSentDate();
    return new Mail(
        String.valueOf(message.getFrom()[0]),
        String.valueOf(message.getSubject()),
        parts.text.toString().strip(),
        sent == null ? Instant.EPOCH : sent.toInstant(),
        List.copyOf(parts.files));
  }

  private Session session() {
    var millis = Long.toString(settings.timeout().toMillis());
    var properties = new Properties();
    properties.setProperty("mail.imap.connectiontimeout", millis);
    properties.setProperty("mail.imap.timeout", millis);
    return Session.getInstance(properties);
  }

  /** Text and files of a mail, however deep. */
  private static final class Parts {
    private final StringBuilder text = new StringBuilder();
    private final List<StoredFile> files = new ArrayList<>();

    void read(Part part) throws MessagingException, IOException {
      if (part.getContent() instanceof Multipart several) {
        for (var i = 0; i < several.getCount(); i++) {
          read(several.getBodyPart(i));
        }
      } else if (part.getFileName() != null && part instanceof BodyPart) {
        files.add(file(part));
      } else if (part.isMimeType("text/*")) {
        text.append(part.getContent()).append('\n');
      }
    }

    private static StoredFile file(Part part) throws MessagingException, IOException {
      var content = part.getInputStream().readAllBytes();
      var type = part.getContentType().split(";")[0];
      var id = new FileId(UUID.nameUUIDFromBytes(content));
      return new StoredFile(id, String.valueOf(part.getFileName()), type, content);
    }
  }
}
