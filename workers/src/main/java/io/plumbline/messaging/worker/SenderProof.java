package io.plumbline.messaging.worker;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.ParseException;
import java.util.Locale;

/**
 * Whether the receiving server confirmed the sender by DMARC. Only the topmost result that carries
 * its name counts: anybody can write such a header further down. One that cannot be read confirms
 * nobody, nor does what is below it.
 */
final class SenderProof {
  private static final String RESULTS = "Authentication-Results";

  private final InboundMailSettings settings;

  SenderProof(InboundMailSettings settings) {
    this.settings = settings;
  }

  /**
   * Asks who vouches for a mail.
   *
   * @param from the one address in its From header
   */
  boolean isProven(MimeMessage mail, String from) throws MessagingException {
    if (!settings.requireProof()) {
      return true;
    }
    var headers = mail.getHeader(RESULTS);
    return headers != null && !settings.authservId().isBlank() && isProven(headers, domain(from));
  }

  private boolean isProven(String[] headers, String domain) {
    try {
      for (var header : headers) {
        var results = AuthenticationResults.read(header);
        if (results.server().equalsIgnoreCase(settings.authservId())) {
          return confirms(results, domain);
        }
      }
      return false;
    } catch (ParseException e) {
      return false; // whoever writes what nobody can read wants just that
    }
  }

  private static boolean confirms(AuthenticationResults results, String domain) {
    return results
        .only("dmarc")
        .filter(result -> result.value().filter("pass"::equals).isPresent())
        .flatMap(result -> result.property("header.from"))
        .filter(domain::equals)
        .isPresent();
  }

  private static String domain(String address) {
    return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }
}
