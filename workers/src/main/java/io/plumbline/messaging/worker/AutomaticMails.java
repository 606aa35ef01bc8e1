package io.plumbline.messaging.worker;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Mails that no person wrote to us: out-of-office notes, bounces, lists, and our own. */
final class AutomaticMails {
  private static final Set<String> MACHINES =
      Set.of("mailer-daemon", "postmaster", "no-reply", "noreply");
  private static final Set<String> PRECEDENCE = Set.of("bulk", "junk", "list", "auto_reply");
  private static final List<String> TELLTALE =
      List.of(
          "X-Auto-Response-Suppress",
          "X-Autoreply",
          "X-Autorespond",
          "X-Autoresponder",
          "X-Loop",
          "List-Id",
          "List-Post",
          "List-Unsubscribe",
          "List-Help");

  private AutomaticMails() {}

  static boolean isAutomatic(MimeMessage mail, String from) throws MessagingException {
    return isAutoSubmitted(mail)
        || PRECEDENCE.contains(value(mail, "Precedence"))
        || isBounce(mail)
        || has(mail, TELLTALE)
        || MACHINES.contains(from.split("@", 2)[0]);
  }

  /** RFC 3834: anything but "no", with or without parameters. */
  private static boolean isAutoSubmitted(MimeMessage mail) throws MessagingException {
    var value = value(mail, "Auto-Submitted");
    return !value.isEmpty() && !value.split("[;\\s]", 2)[0].equals("no");
  }

  private static boolean isBounce(MimeMessage mail) throws MessagingException {
    return value(mail, "Return-Path").equals("<>") || isReport(mail);
  }

  private static boolean isReport(Part mail) throws MessagingException {
    var type = mail.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/report");
  }

  private static boolean has(MimeMessage mail, List<String> headers) throws MessagingException {
    for (var header : headers) {
      if (mail.getHeader(header) != null) {
        return true;
      }
    }
    return false;
  }

  private static String value(MimeMessage mail, String header) throws MessagingException {
    var values = mail.getHeader(header);
    return values == null
        ? ""
        : Stream.of(values).findFirst().orElse("").strip().toLowerCase(Locale.ROOT);
  }
}
