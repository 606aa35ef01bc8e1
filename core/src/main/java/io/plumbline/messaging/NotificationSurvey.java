package io.plumbline.messaging;

import io.plumbline.identity.Channel;
import io.plumbline.identity.People;
import io.plumbline.identity.UserId;
import io.plumbline.messaging.NoticeText.Told;
import io.plumbline.messaging.NotificationFacts.Line;
import io.plumbline.messaging.NotificationFacts.Quiet;
import io.plumbline.messaging.NotificationFacts.Reachability;
import io.plumbline.messaging.NotificationRepository.Kept;
import io.plumbline.messaging.Wishes.Wish;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Gathers the facts about a notification and its person. */
@Component
class NotificationSurvey {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final Wishes wishes;
  private final Reach reach;
  private final NoticePreferenceRepository preferences;
  private final NoticeTemplates templates;
  private final ReplyWindows windows;
  private final People people;
  private final Clock clock;

  NotificationSurvey(
      Wishes wishes,
      Reach reach,
      NoticePreferenceRepository preferences,
      NoticeTemplates templates,
      ReplyWindows windows,
      People people,
      Clock clock) {
    this.wishes = wishes;
    this.reach = reach;
    this.preferences = preferences;
    this.templates = templates;
    this.windows = windows;
    this.people = people;
    this.clock = clock;
  }

  NotificationFacts of(Kept notification) {
    var told = notification.notice();
    return of(
        told, notification.urgent(), wishes.of(told.to(), told.kind()), reach.open(told.to()));
  }

  /**
   * For a notice that is told just now.
   *
   * @param wish what its person wants, in their order
   * @param open channels with an address they did not opt out of
   */
  NotificationFacts of(Told notice, boolean urgent, Wish wish, Set<Channel> open) {
    var reachability =
        new Reachability(
            clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
            urgent,
            new Line(wish.place(Channel.WHATSAPP), open.contains(Channel.WHATSAPP)),
            new Line(wish.place(Channel.SMS), open.contains(Channel.SMS)),
            new Line(wish.place(Channel.EMAIL), open.contains(Channel.EMAIL)),
            open.contains(Channel.WHATSAPP) ? window(notice) : NotificationFacts.CLOSED);
    return new NotificationFacts(true, reachability, quiet(notice.to()));
  }

  private String window(Told notice) {
    var open =
        reach
            .address(notice.to(), Channel.WHATSAPP)
            .filter(address -> windows.of(Channel.WHATSAPP, address).isOpen());
    if (open.isPresent()) {
      return "open";
    }
    return templates.cover(notice) ? "template" : NotificationFacts.CLOSED;
  }

  private Quiet quiet(UserId user) {
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS).atZone(people.tenant().zone());
    return preferences
        .quietHours(user)
        .map(hours -> quiet(now, hours))
        .orElseGet(() -> new Quiet(text(now.toLocalTime()), null, null, null));
  }

  private static Quiet quiet(ZonedDateTime now, QuietHours hours) {
    return new Quiet(
        text(now.toLocalTime()),
        text(hours.starts()),
        text(hours.ends()),
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(hours.nextEnd(now)));
  }

  private static String text(LocalTime time) {
    return TIME.format(time);
  }
}
