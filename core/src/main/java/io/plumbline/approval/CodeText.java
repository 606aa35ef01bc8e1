package io.plumbline.approval;

import io.plumbline.identity.Callers;
import io.plumbline.identity.UserId;
import io.plumbline.messaging.LateText;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Codes to answer with and what buttons carry: kept messages have a place for each, and only what
 * the provider gets has the code itself.
 */
@Component
class CodeText implements LateText {
  /** A place for a code, as it stands in a text. */
  static final String CODE_PLACE = "\\{code-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})}";

  private static final Pattern CODE = Pattern.compile(CODE_PLACE);
  private static final Pattern BUTTON =
      Pattern.compile("\\{button-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-([A-Za-z]+)}");

  private final OfferRepository offers;
  private final OfferSecrets secrets;
  private final OfferButtons buttons;
  private final Callers callers;

  CodeText(OfferRepository offers, OfferSecrets secrets, OfferButtons buttons, Callers callers) {
    this.offers = offers;
    this.secrets = secrets;
    this.buttons = buttons;
    this.callers = callers;
  }

  static String code(UUID offer) {
    return "{code-" + offer + "}";
  }

  static String button(UUID offer, String outcome) {
    return "{button-" + offer + "-" + outcome + "}";
  }

  @Override
  public String fill(UserId to, String address, String body) {
    var coded =
        CODE.matcher(body)
            .replaceAll(
                found -> filled(to, found.group(1), one -> secrets.code(one.id(), one.draw())));
    return BUTTON
        .matcher(coded)
        .replaceAll(found -> filled(to, found.group(1), one -> payload(one, found.group(2))));
  }

  private String payload(Offer offer, String outcome) {
    return buttons.payload(callers.current().tenant(), offer.id(), outcome);
  }

  /** Nothing for a place that was copied from what somebody else was asked. */
  private String filled(UserId to, String offer, Function<Offer, String> secret) {
    return Matcher.quoteReplacement(
        Optional.of(UUID.fromString(offer))
            .flatMap(offers::find)
            .filter(found -> found.user().equals(to))
            .map(secret)
            .orElse(""));
  }
}
