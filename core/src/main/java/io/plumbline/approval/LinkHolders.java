package io.plumbline.approval;

import io.plumbline.approval.OfferTokens.Meant;
import io.plumbline.identity.Accounts;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Callers;
import io.plumbline.identity.Channel;
import io.plumbline.identity.ChannelAddresses;
import io.plumbline.identity.ChannelAddresses.Known;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * For whom a link was made, as they are today; whose account was stopped, or who has no proven mail
 * address any more, holds none.
 */
@Component
class LinkHolders {
  private final OfferTokens tokens;
  private final OfferRepository offers;
  private final Accounts accounts;
  private final ChannelAddresses addresses;
  private final Callers callers;

  LinkHolders(
      OfferTokens tokens,
      OfferRepository offers,
      Accounts accounts,
      ChannelAddresses addresses,
      Callers callers) {
    this.tokens = tokens;
    this.offers = offers;
    this.accounts = accounts;
    this.addresses = addresses;
    this.callers = callers;
  }

  Optional<Held> of(String token) {
    return tokens.read(token).flatMap(this::held);
  }

  private Optional<Held> held(Meant meant) {
    return callers
        .call(Caller.system(meant.tenant()), () -> offers.find(meant.offer()))
        .flatMap(offer -> caller(meant, offer).map(caller -> new Held(offer, caller)));
  }

  private Optional<Caller> caller(Meant meant, Offer offer) {
    return accounts
        .findAgain(new Caller(meant.tenant(), offer.user(), "", Set.of(), Channel.EMAIL))
        .flatMap(caller -> callers.call(caller, () -> mailOf(caller, meant)).map(caller::from));
  }

  /** Where the link was sent to, as long as that is the person's. */
  private Optional<String> mailOf(Caller person, Meant meant) {
    return addresses.of(person.user()).stream()
        .filter(Known::isProvenMail)
        .map(Known::address)
        .filter(address -> tokens.isFor(meant, address))
        .findFirst();
  }

  record Held(Offer offer, Caller caller) {}
}
