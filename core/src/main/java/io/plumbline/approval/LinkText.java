package io.plumbline.approval;

import io.plumbline.identity.Callers;
import io.plumbline.identity.ChannelAddresses;
import io.plumbline.identity.UserId;
import io.plumbline.messaging.LateText;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Links of mails: whoever reads kept messages sees that there is one, and the mail alone has its
 * token.
 */
@Component
class LinkText implements LateText {
  private static final Pattern PLACE =
      Pattern.compile("\\{offer-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})}");

  private final OfferTokens tokens;
  private final OfferRepository offers;
  private final ChannelAddresses addresses;
  private final Callers callers;

  LinkText(
      OfferTokens tokens, OfferRepository offers, ChannelAddresses addresses, Callers callers) {
    this.tokens = tokens;
    this.offers = offers;
    this.addresses = addresses;
    this.callers = callers;
  }

  static String place(UUID offer) {
    return "{offer-" + offer + "}";
  }

  static String hidden(String body) {
    return PLACE.matcher(body).replaceAll("••••");
  }

  @Override
  public String fill(UserId to, String address, String body) {
    return PLACE
        .matcher(body)
        .replaceAll(
            found -> Matcher.quoteReplacement(token(to, address, found.group(1)).orElse("")));
  }

  /**
   * Empty for a place that somebody else's link was copied from, and for an address that is not
   * proven to be the person's by now.
   */
  private Optional<String> token(UserId to, String address, String offer) {
    return offers
        .find(UUID.fromString(offer))
        .filter(found -> found.user().equals(to) && isProven(to, address))
        .map(found -> tokens.of(callers.current().tenant(), found.id(), address));
  }

  private boolean isProven(UserId person, String address) {
    return addresses.of(person).stream()
        .anyMatch(one -> one.isProvenMail() && one.address().equals(address));
  }
}
