package io.plumbline.bench;

import io.plumbline.identity.Caller;
import io.plumbline.identity.Channel;
import io.plumbline.identity.ChannelAddresses;
import io.plumbline.identity.Members;
import io.plumbline.identity.Role;
import io.plumbline.identity.UserId;
import io.plumbline.messaging.Notice;
import io.plumbline.messaging.Notice.About;
import io.plumbline.messaging.NoticeKind;
import io.plumbline.messaging.NoticeKinds;
import io.plumbline.messaging.Notices;
import io.plumbline.messaging.PhoneSimulator;
import io.plumbline.messaging.PhoneSimulator.Bubble;
import io.plumbline.messaging.PhoneSimulator.Phone;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** A thousand notices, told while the phone provider is down for a minute. */
final class NotificationsAfterOutage implements Figure {
  private static final int PEOPLE = 50;
  private static final int EACH = 20;
  private static final Duration DOWN = Duration.ofMinutes(1);
  private static final Duration GIVE_UP = Duration.ofMinutes(10);

  @Override
  public String name() {
    return "notifications";
  }

  @Override
  public List<Result> measure(BenchSystem system) throws Exception {
    var caller = Caller.system(system.person("requester@acme").tenant());
    var kind = system.bean(NoticeKinds.class).find("request.news").orElseThrow();
    var people = system.as(caller, () -> people(system));
    system.provider().cut();
    var down = System.nanoTime();
    for (int i = 0; i < EACH; i++) {
      for (var person : people.keySet()) {
        var text = text(i);
        system.as(caller, () -> tell(system, person, kind, text));
      }
    }
    LockSupport.parkNanos(DOWN.toNanos() - (System.nanoTime() - down));
    system.provider().open();
    var back = System.nanoTime();
    var complete = await(system, people);
    var seconds = (System.nanoTime() - back) / 1e9;
    var wrong =
        people.values().stream()
            .flatMap(phone -> trouble(phone, received(system, phone)).stream())
            .toList();
    return List.of(
        new Result(
            "notices told while the provider was down",
            "all delivered once, in order per person",
            String.format(
                Locale.ROOT,
                "%d of %d people were told all %d once and in order; the last %.1f s after the provider was back%s",
                PEOPLE - wrong.size(),
                PEOPLE,
                EACH,
                seconds,
                wrong.isEmpty() ? "" : ". " + String.join("; ", wrong)),
            complete && wrong.isEmpty(),
            "%d notices to %d people by SMS, each carried out by a process; provider unreachable for %d s"
                .formatted(PEOPLE * EACH, PEOPLE, DOWN.toSeconds())));
  }

  private static Map<UserId, Phone> people(BenchSystem system) {
    var people = new LinkedHashMap<UserId, Phone>();
    for (int i = 0; i < PEOPLE; i++) {
      var number = "+96655%07d".formatted(i);
      var person =
          system.bean(Members.class).add("Bench person " + i, null, Set.of(Role.REQUESTER));
      system.bean(ChannelAddresses.class).bind(Channel.SMS, number, person);
      people.put(person, new Phone("", "", Channel.SMS, number));
    }
    return people;
  }

  private static boolean tell(BenchSystem system, UserId person, NoticeKind kind, String text) {
    system
        .bean(Notices.class)
        .tell(new Notice(UUID.randomUUID().toString(), person, kind, text, text, About.NOTHING));
    return true;
  }

  private static boolean await(BenchSystem system, Map<UserId, Phone> people) {
    var giveUp = System.nanoTime() + GIVE_UP.toNanos();
    while (System.nanoTime() < giveUp) {
      if (people.values().stream().allMatch(phone -> received(system, phone).size() >= EACH)) {
        return true;
      }
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
    return false;
  }

  private static List<String> received(BenchSystem system, Phone phone) {
    return system.bean(PhoneSimulator.class).conversation(phone).stream()
        .map(Bubble::body)
        .toList();
  }

  /** What a person was told wrongly; empty when nothing was. */
  private static Optional<String> trouble(Phone phone, List<String> received) {
    if (received.equals(texts())) {
      return Optional.empty();
    }
    var missing = texts().stream().filter(text -> !received.contains(text)).toList();
    var repeated =
        received.stream()
            .distinct()
            .filter(text -> Collections.frequency(received, text) > 1)
            .toList();
    var early =
        IntStream.range(1, received.size())
            .filter(at -> place(received.get(at)) < place(received.get(at - 1)))
            .mapToObj(at -> received.get(at - 1) + " before " + received.get(at))
            .toList();
    return Optional.of(
        "%s: missing %s, repeated %s, out of order %s"
            .formatted(phone.address(), missing, repeated, early));
  }

  private static int place(String text) {
    return texts().indexOf(text);
  }

  private static List<String> texts() {
    return IntStream.range(0, EACH).mapToObj(NotificationsAfterOutage::text).toList();
  }

  private static String text(int at) {
    return "notice " + at;
  }
}
