package io.plumbline.messaging;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;

/** Phone numbers in normal form: +E.164. */
public final class PhoneNumbers {
  private PhoneNumbers() {}

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
