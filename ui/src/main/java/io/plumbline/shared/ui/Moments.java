package io.plumbline.shared.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import io.plumbline.identity.People;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people say them, in the tenant's zone; the exact one on hover. */
@SpringComponent
@UIScope
public class Moments {
  private static final DateTimeFormatter TIME = format("HH:mm");
  private static final DateTimeFormatter DAY = format("EEE d MMM");
  private static final DateTimeFormatter DAY_OF_YEAR = format("EEE d MMM yyyy");
  private static final DateTimeFormatter EXACT = format("EEE d MMM yyyy HH:mm:ss z");
  private static final Duration SOON = Duration.ofHours(4);
  private static final int MINUTES_PER_HOUR = 60;
  private static final int HOURS_PER_DAY = 24;
  private final ZoneId zone;
  private final Clock clock;

  Moments(People people, Clock clock) {
    this.zone = people.tenant().zone();
    this.clock = clock;
  }

  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  /** "Thu 26 Nov"; with the year when it is not this one. */
  public String day(LocalDate day) {
    return (day.getYear() == today().getYear() ? DAY : DAY_OF_YEAR).format(day);
  }

  public String day(Instant at) {
    return day(LocalDate.ofInstant(at, zone));
  }

  /** When something happened: "just now", "12 min ago", "today 13:42", "Mon 23 Nov 09:10". */
  public String past(Instant at) {
    var ago = Duration.between(at, clock.instant());
    if (ago.toMinutes() < 1) {
      return translate("moment.now");
    }
    if (ago.toMinutes() < MINUTES_PER_HOUR) {
      return translate("moment.minutesAgo", ago.toMinutes());
    }
    return dayAndTime(at);
  }

  /** Until when something is wanted: "2 h late", "today 17:00", "tomorrow 09:00", "Mon 23 Nov". */
  public String due(Instant at) {
    if (isLate(at)) {
      return late(Duration.between(at, clock.instant()));
    }
    var day = LocalDate.ofInstant(at, zone);
    return day.isAfter(today().plusDays(1)) ? day(day) : dayAndTime(at);
  }

  /** How long until then: "3 h 12 min", "4 min". */
  public String left(Instant until) {
    var left = Duration.between(clock.instant(), until);
    return left.toHours() > 0
        ? translate("moment.left.hours", left.toHours(), left.toMinutesPart())
        : translate("moment.left.minutes", Math.max(1, left.toMinutes()));
  }

  public boolean isLate(Instant due) {
    return due.isBefore(clock.instant());
  }

  public boolean isSoon(Instant due) {
    return !isLate(due) && Duration.between(clock.instant(), due).compareTo(SOON) <= 0;
  }

  public String exact(Instant at) {
    return EXACT.format(at.atZone(zone));
  }

  /** {@link #past} with the exact time on hover. */
  public Span pastText(Instant at) {
    var text = new Span(past(at));
    text.setTitle(exact(at));
    return text;
  }

  private String dayAndTime(Instant at) {
    var day = LocalDate.ofInstant(at, zone);
    var time = TIME.format(at.atZone(zone));
    if (day.equals(today())) {
      return translate("moment.today", time);
    }
    if (day.equals(today().plusDays(1))) {
      return translate("moment.tomorrow", time);
    }
    if (day.equals(today().minusDays(1))) {
      return translate("moment.yesterday", time);
    }
    return day(day) + " " + time;
  }

  private static String late(Duration by) {
    if (by.toMinutes() < MINUTES_PER_HOUR) {
      return translate("moment.minutesLate", Math.max(1, by.toMinutes()));
    }
    if (by.toHours() < HOURS_PER_DAY) {
      return translate("moment.hoursLate", by.toHours());
    }
    return translate("moment.daysLate", by.toDays());
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
