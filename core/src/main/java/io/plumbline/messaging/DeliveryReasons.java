package io.plumbline.messaging;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/** The provider's error codes in words, from {@code io/plumbline/delivery-reasons.properties}. */
public final class DeliveryReasons {
  private static final ResourceBundle TEXTS =
      ResourceBundle.getBundle("io.plumbline.delivery-reasons", Locale.ENGLISH);
  private static final Pattern CODE = Pattern.compile("\\b\\d{5}\\b");

  private DeliveryReasons() {}

  /**
   * What a reason means, with its code: "The person has blocked messages from us (21610)". Without
   * a code we know it stays as it is.
   */
  public static String words(String reason) {
    return CODE.matcher(reason)
        .results()
        .map(code -> code.group())
        .filter(TEXTS::containsKey)
        .findFirst()
        .map(code -> TEXTS.getString(code) + " (" + code + ")")
        .orElse(reason);
  }
}
