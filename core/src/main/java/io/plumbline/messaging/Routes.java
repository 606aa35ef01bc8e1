package io.plumbline.messaging;

import io.plumbline.identity.Callers;
import io.plumbline.identity.Channel;
import io.plumbline.identity.ChannelAddresses;
import io.plumbline.identity.People;
import io.plumbline.identity.UserId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** On which channels a person of the current tenant can be reached, best first. */
@Component
class Routes {
  private static final List<Channel> ORDER = List.of(Channel.WHATSAPP, Channel.SMS, Channel.EMAIL);

  private final InboundMessageRepository inbound;
  private final ChannelAddresses addresses;
  private final People people;
  private final Callers callers;

  Routes(
      InboundMessageRepository inbound,
      ChannelAddresses addresses,
      People people,
      Callers callers) {
    this.inbound = inbound;
    this.addresses = addresses;
    this.people = people;
    this.callers = callers;
  }

  /** The best way to the person, leaving out channels that failed already. */
  Optional<Route> to(UserId user, Set<Channel> failed) {
    var channels = new LinkedHashSet<Channel>();
    inbound.lastChannelOf(callers.current().tenant(), user).ifPresent(channels::add);
    channels.addAll(ORDER);
    channels.removeAll(failed);
    return channels.stream().flatMap(channel -> address(user, channel).stream()).findFirst();
  }

  private Optional<Route> address(UserId user, Channel channel) {
    var known = addresses.addressOf(user, channel);
    return known
        .or(() -> channel == Channel.EMAIL ? email(user) : Optional.empty())
        .map(address -> new Route(channel, address));
  }

  private Optional<String> email(UserId user) {
    return people.find(user).flatMap(person -> Optional.ofNullable(person.email()));
  }

  record Route(Channel channel, String address) {}
}
