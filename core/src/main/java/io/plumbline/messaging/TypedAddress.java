package io.plumbline.messaging;

import io.plumbline.identity.Channel;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.Problem;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** An address as a person typed it, in normal form. */
record TypedAddress(Channel channel, String address) {
  private static final int LONGEST = 254;
  private static final Pattern MAIL =
      Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+\\.[^\\s@<>,;\".]+");

  /**
   * Reads it.
   *
   * @throws InvalidInput when nothing can be sent there
   */
  static TypedAddress of(Channel channel, String typed) {
    return switch (channel) {
      case WHATSAPP, SMS ->
          PhoneNumbers.typed(typed)
              .map(number -> new TypedAddress(channel, number))
              .orElseThrow(() -> broken("address.phone"));
      case EMAIL -> mail(typed.strip().toLowerCase(Locale.ROOT));
      default -> throw broken("address.channel");
    };
  }

  private static TypedAddress mail(String typed) {
    if (typed.length() > LONGEST
        || !MAIL.matcher(typed).matches()
        || typed.chars().anyMatch(Character::isISOControl)) {
      throw broken("address.mail");
    }
    return new TypedAddress(Channel.EMAIL, typed);
  }

  private static InvalidInput broken(String code) {
    return new InvalidInput(List.of(Problem.of("address", code)));
  }
}
