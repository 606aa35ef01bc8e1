package io.plumbline.messaging;

import io.plumbline.identity.Callers;
import io.plumbline.identity.Channel;
import io.plumbline.identity.ChannelAddresses;
import io.plumbline.identity.ChannelAddresses.Known;
import io.plumbline.identity.People;
import io.plumbline.identity.UserId;
import io.plumbline.messaging.AddressBindingRepository.Binding;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.NotFound;
import io.plumbline.shared.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Phones and mail addresses of people: one's own, and everybody's for organisation admins, who see,
 * propose and remove them. An address becomes a person's when that person, signed in, types the
 * code that was sent to it: whoever holds it decides in their name, so nobody else can connect one.
 * It never passes from one person of the firm to another by that.
 */
@Component
@Transactional(noRollbackFor = Refusal.class) // a wrong code counts although it is refused
public class ContactAddresses {
  private final AddressProofs proofs;
  private final AddressGuesses guesses;
  private final AddressNews news;
  private final ChannelAddresses addresses;
  private final ReopenedMessages reopened;
  private final People people;
  private final Callers callers;

  ContactAddresses(
      AddressProofs proofs,
      AddressGuesses guesses,
      AddressNews news,
      ChannelAddresses addresses,
      ReopenedMessages reopened,
      People people,
      Callers callers) {
    this.proofs = proofs;
    this.guesses = guesses;
    this.news = news;
    this.addresses = addresses;
    this.reopened = reopened;
    this.people = people;
    this.callers = callers;
  }

  /** With the mail address of their record, which nobody has proven to be theirs. */
  public List<Known> of(UserId person) {
    requireMay(person);
    var bound = addresses.of(person);
    var recorded =
        people.find(person).flatMap(one -> Optional.ofNullable(one.email())).stream()
            .map(mail -> mail.toLowerCase(Locale.ROOT))
            .filter(mail -> bound.stream().noneMatch(one -> one.address().equals(mail)))
            .map(this::recorded);
    return Stream.concat(bound.stream(), recorded).toList();
  }

  private Known recorded(String mail) {
    return new Known(Channel.EMAIL, mail, null, addresses.isOptedOut(Channel.EMAIL, mail), false);
  }

  /** Addresses whose code was sent and not typed in yet, newest first. */
  public List<Waiting> waiting(UserId person) {
    requireMay(person);
    return proofs.waiting(person).stream().map(Waiting::of).toList();
  }

  /**
   * Sends a code to an address: a new one, or one of theirs that was entered for them.
   *
   * @param typed a number with its country code, or a mail address
   * @throws io.plumbline.shared.InvalidInput when nothing can be sent there
   * @throws Conflict when it belongs to somebody already, wants no messages, or too many codes were
   *     sent of late
   */
  public Waiting add(UserId person, Channel channel, String typed) {
    requireMay(person);
    var address = TypedAddress.of(channel, typed);
    requireFree(person, address);
    requireWanted(address);
    return Waiting.of(proofs.ask(person, address));
  }

  /**
   * The person typed the code in: the address is theirs from now on, and they are told so at their
   * other ones. What they wrote from there just before is handled.
   *
   * @throws NotAllowed when the caller is somebody else, organisation admins too
   * @throws Conflict when it is wrong, late, used, or the address became somebody else's meanwhile
   */
  public void confirm(UUID waiting, String code) {
    guesses.requireFew();
    var binding = proofs.lock(waiting).orElseThrow(() -> new Conflict("address.codeExpired"));
    requireThemselves(binding.user());
    if (!proofs.proves(code, binding)) {
      throw guesses.wrong();
    }
    proofs.end(binding);
    if (!addresses.bindProven(binding.channel(), binding.address(), binding.user())) {
      throw new Conflict("address.taken", binding.address());
    }
    news.added(binding.user(), binding.address());
    reopened.reopenStrangers(binding.channel(), binding.address());
  }

  /**
   * The person is no longer heard from there, nor told anything there.
   *
   * @throws NotFound when it is not theirs
   */
  public void remove(UserId person, Channel channel, String address) {
    requireMay(person);
    if (!addresses.unbind(channel, address, person)) {
      throw new NotFound("address", address);
    }
  }

  private void requireFree(UserId person, TypedAddress address) {
    var owner = addresses.ownerOf(address.channel(), address.address());
    if (owner.filter(found -> !found.equals(person)).isPresent()) {
      throw new Conflict("address.taken", address.address());
    }
    if (owner.isPresent() && isProven(person, address)) {
      throw new Conflict("address.yours", address.address());
    }
  }

  private boolean isProven(UserId person, TypedAddress address) {
    return addresses.of(person).stream()
        .filter(one -> one.channel() == address.channel() && one.provenAt() != null)
        .anyMatch(one -> one.address().equals(address.address()));
  }

  /** A code sent there would never arrive. */
  private void requireWanted(TypedAddress address) {
    if (addresses.isOptedOut(address.channel(), address.address())) {
      throw new Conflict("address.stopped", address.address());
    }
  }

  private void requireMay(UserId person) {
    var caller = callers.current();
    if (!caller.user().equals(person) && !caller.administers()) {
      throw new NotAllowed("identity.adminOnly");
    }
  }

  private void requireThemselves(UserId person) {
    requireMay(person);
    if (!callers.current().user().equals(person)) {
      throw new NotAllowed("address.onlyThemselves");
    }
  }

  /** An address that waits for its code. */
  public record Waiting(UUID id, Channel channel, String address) {
    static Waiting of(Binding binding) {
      return new Waiting(binding.id(), binding.channel(), binding.address());
    }
  }
}
