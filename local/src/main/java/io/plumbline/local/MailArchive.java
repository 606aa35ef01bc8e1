package io.plumbline.local;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Properties;

/**
 * Every mail is a file, {@code <address>/<number>.eml}, written before the sender hears "250 OK".
 */
final class MailArchive implements MessageDeliveryHandler {
  private static final String SUFFIX = ".eml";

  private final Path folder;
  private final UserManager users;

  MailArchive(Path folder, UserManager users) {
    this.folder = folder;
    this.users = users;
  }

  void restore() throws IOException, MessagingException, UserException {
    Files.createDirectories(folder);
    for (var mails : Folders.sorted(folder)) {
      var address = URLDecoder.decode(mails.getFileName().toString(), StandardCharsets.UTF_8);
      for (var mail : Folders.sorted(mails)) {
        restore(address, mail);
      }
    }
  }

  private void restore(String address, Path mail)
      throws IOException, MessagingException, UserException {
    if (mail.toString().endsWith(SUFFIX)) {
      try (var content = Files.newInputStream(mail)) {
        user(address).deliver(new MimeMessage(Session.getInstance(new Properties()), content));
      }
    }
  }

  @Override
  public GreenMailUser handle(MovingMessage message, MailAddress address)
      throws MessagingException, UserException {
    try {
      keep(message.getMessage(), address.getEmail());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return user(address.getEmail());
  }

  private synchronized void keep(MimeMessage message, String address)
      throws IOException, MessagingException {
    var mails =
        folder.resolve(URLEncoder.encode(address.toLowerCase(Locale.ROOT), StandardCharsets.UTF_8));
    Files.createDirectories(mails);
    var number = Folders.sorted(mails).stream().filter(m -> m.toString().endsWith(SUFFIX)).count();
    var draft = mails.resolve("arriving");
    try (var out = Files.newOutputStream(draft)) {
      message.writeTo(out);
    }
    Files.move(
        draft,
        mails.resolve("%06d%s".formatted(number + 1, SUFFIX)),
        StandardCopyOption.ATOMIC_MOVE);
  }

  private GreenMailUser user(String address) throws UserException {
    var known = users.getUserByEmail(address);
    return known != null ? known : users.createUser(address, address, address);
  }
}
