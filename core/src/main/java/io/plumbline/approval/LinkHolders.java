package io.plumbline.approval;

import io.plumbline.approval.OfferTokens.Meant;
import io.plumbline.identity.Accounts;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Callers;
import io.plumbline.identity.Channel;
import io.plumbline.identity.ChannelAddresses;
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
        .flatMap(caller -> callers.call(caller, () -> mailOf(caller)).map(caller::from));
  }

  /**
   * Where links for this person go, so that the record says from which address they came. Whoever
   * has no such address by now holds no link either.
   */
  private Optional<String> mailOf(Caller person) {
    return addresses.provenAddressOf(person.user(), Channel.EMAIL);
  }

  record Held(Offer offer, Caller caller) {}
}
