package io.plumbline.messaging;

import io.plumbline.identity.People;
import io.plumbline.identity.UserId;
import io.plumbline.messaging.AddressBindingRepository.Binding;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Codes sent to addresses, so that whoever reads them proves that the address is theirs. */
@Component
class AddressProofs {
  static final int MOST_AN_HOUR = 5;
  private static final Duration HOUR = Duration.ofHours(1);

  private final AddressBindingRepository bindings;
  private final AddressCodes codes;
  private final OutgoingQueue queue;
  private final People people;
  private final Ids ids;
  private final Clock clock;

  AddressProofs(
      AddressBindingRepository bindings,
      AddressCodes codes,
      OutgoingQueue queue,
      People people,
      Ids ids,
      Clock clock) {
    this.bindings = bindings;
    this.codes = codes;
    this.queue = queue;
    this.people = people;
    this.ids = ids;
    this.clock = clock;
  }

  /** Sends a code; an earlier one for the same address is worth nothing any more. */
  Binding ask(UserId person, TypedAddress to) {
    var now = clock.instant();
    if (bindings.sentSince(person, to.channel(), to.address(), now.minus(HOUR)) >= MOST_AN_HOUR) {
      throw new Conflict("address.tooManyCodes", MOST_AN_HOUR);
    }
    var id = ids.next();
    var code = codes.draw();
    var hash = codes.hash(id.toString(), code);
    var binding = new Binding(id, person, to.channel(), to.address(), hash, codes.expiry());
    bindings.endOthers(binding, now);
    bindings.insert(binding, now);
    send(binding, code);
    return binding;
  }

  List<Binding> waiting(UserId person) {
    return bindings.waiting(person, clock.instant());
  }

  /** One that still waits, held until the transaction ends. */
  Optional<Binding> lock(UUID id) {
    return bindings.lock(id, clock.instant());
  }

  boolean proves(String code, Binding binding) {
    return codes.hash(binding.id().toString(), code).equals(binding.codeHash());
  }

  void end(Binding binding) {
    bindings.endOthers(binding, clock.instant());
  }

  /** To nobody in particular: a closed channel must not carry the code to another address. */
  private void send(Binding binding, String code) {
    queue.addSecret(
        "address-" + binding.id(),
        binding.channel(),
        binding.address(),
        Replies.of("address.subject"),
        Replies.of("address.code", code, people.tenant().name(), AddressCodes.LIFE.toMinutes()),
        Replies.of("address.shown"));
  }
}
