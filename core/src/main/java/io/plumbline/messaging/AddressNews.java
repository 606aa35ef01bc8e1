package io.plumbline.messaging;

import io.plumbline.identity.Channel;
import io.plumbline.identity.ChannelAddresses;
import io.plumbline.identity.ChannelAddresses.Known;
import io.plumbline.identity.People;
import io.plumbline.identity.UserId;
import io.plumbline.messaging.Notice.About;
import io.plumbline.messaging.NoticeKind.Usual;
import io.plumbline.shared.Ids;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Tells a person that an address was connected to them: in the application, and at every address
 * they had before, whatever they chose to be told.
 */
@Component
class AddressNews {
  static final NoticeKind ADDED = new NoticeKind("address.added", Usual.IN_APP);

  private final Notices notices;
  private final OutgoingQueue queue;
  private final ChannelAddresses addresses;
  private final ReplyWindows windows;
  private final People people;
  private final Ids ids;

  AddressNews(
      Notices notices,
      OutgoingQueue queue,
      ChannelAddresses addresses,
      ReplyWindows windows,
      People people,
      Ids ids) {
    this.notices = notices;
    this.queue = queue;
    this.addresses = addresses;
    this.windows = windows;
    this.people = people;
    this.ids = ids;
  }

  void added(UserId person, String address) {
    var once = "address-added-" + ids.next();
    var subject = Replies.of("address.added.subject");
    var body = Replies.of("address.added.body", address, people.tenant().name());
    notices.tell(new Notice(once, person, ADDED, subject, body, About.NOTHING));
    before(person, address)
        .forEach(
            (to, channel) ->
                queue.add(once + "-" + to, null, channel, to, subject, body)); // to nowhere else
  }

  /** Each address once: a phone by text message rather than by WhatsApp. */
  private Map<String, Channel> before(UserId person, String added) {
    var before = new LinkedHashMap<String, Channel>();
    var known = addresses.of(person);
    known.stream()
        .filter(this::takesText)
        .forEach(one -> before.putIfAbsent(one.address(), one.channel()));
    people
        .find(person)
        .flatMap(one -> Optional.ofNullable(one.email()))
        .filter(mail -> known.stream().noneMatch(one -> one.address().equalsIgnoreCase(mail)))
        .ifPresent(mail -> before.put(mail, Channel.EMAIL));
    before.remove(added);
    return before;
  }

  private boolean takesText(Known one) {
    return !one.optedOut() && windows.of(one.channel(), one.address()).isOpen();
  }

  /** Declares what is told. */
  @Component
  static class Kinds {
    @Bean
    NoticeKind addressAdded() {
      return ADDED;
    }
  }
}
