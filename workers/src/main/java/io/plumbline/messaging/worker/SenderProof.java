package io.plumbline.messaging.worker;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether the receiving server confirmed the sender. Only what it wrote itself counts, which is the
 * topmost result that carries its name; anybody can write such a header further down.
 */
final class SenderProof {
  private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
  private static final Pattern DMARC = Pattern.compile("(^|[;\\s])dmarc\\s*=\\s*pass($|[;\\s])");

  private final InboundMailSettings settings;

  SenderProof(InboundMailSettings settings) {
    this.settings = settings;
  }

  boolean isProven(MimeMessage mail) throws MessagingException {
    if (!settings.requireProof()) {
      return true;
    }
    var results = mail.getHeader("Authentication-Results");
    if (results == null || results.length == 0 || settings.authservId().isBlank()) {
      return false;
    }
    var result = COMMENT.matcher(results[0]).replaceAll(" ").toLowerCase(Locale.ROOT).strip();
    var parts = result.split("[;\\s]", 2);
    return parts.length == 2
        && parts[0].equals(settings.authservId().toLowerCase(Locale.ROOT))
        && DMARC.matcher(parts[1]).find();
  }
}
