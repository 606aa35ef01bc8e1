package io.plumbline.messaging.worker;

import io.plumbline.messaging.DeliveryRefused;
import io.plumbline.messaging.ProviderAway;
import jakarta.mail.MessagingException;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * What a failed SMTP conversation means: an answer 5xx about this mail refuses it, anything else
 * may pass.
 */
final class SmtpFailures {
  private static final int PERMANENT = 500;

  private SmtpFailures() {}

  static RuntimeException translate(MessagingException failure) {
    return answer(failure)
        .filter(code -> code >= PERMANENT)
        .<RuntimeException>map(code -> new DeliveryRefused("The mail server refused it: " + code))
        .orElseGet(() -> new ProviderAway("The mail server did not take the mail", failure));
  }

  /** The innermost code: that about the address comes after the one about the mail. */
  private static Optional<Integer> answer(MessagingException failure) {
    Optional<Integer> found = Optional.empty();
    for (Exception e = failure; e instanceof MessagingException m; e = m.getNextException()) {
      var code = code(m);
      found = code.isPresent() ? code : found;
    }
    return found;
  }

  private static Optional<Integer> code(MessagingException e) {
    return switch (e) {
      case SMTPAddressFailedException address -> Optional.of(address.getReturnCode());
      case SMTPSenderFailedException sender -> Optional.of(sender.getReturnCode());
      case SMTPSendFailedException send -> Optional.of(send.getReturnCode());
      default -> Optional.empty();
    };
  }
}
