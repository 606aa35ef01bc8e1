package io.plumbline.messaging;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;

/** Phone numbers in normal form: +E.164. */
public final class PhoneNumbers {
  private PhoneNumbers() {}

  /** What a person typed, in normal form; empty when it is no number with its country code. */
  public static Optional<String> typed(String number) {
    var digits = number.strip().replaceFirst("^00", "+");
    try {
      var parsed = PhoneNumberUtil.getInstance().parse(digits, null);
      return PhoneNumberUtil.getInstance().isPossibleNumber(parsed)
          ? Optional.of(PhoneNumberUtil.getInstance().format(parsed, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /**
   * The normal form of an address as a provider tells it. What is not an international number (a
   * short code, a provider's user id) stays as it is.
   */
  public static String normal(String address) {
    var typed = address.strip();
    if (!typed.startsWith("+")) {
      return typed;
    }
    try {
      var number = PhoneNumberUtil.getInstance().parse(typed, null);
      return PhoneNumberUtil.getInstance().format(number, PhoneNumberFormat.E164);
    } catch (NumberParseException e) {
      return typed; // not a number after all, but still an address
    }
  }
}
