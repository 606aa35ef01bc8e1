package io.plumbline.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Counts working time of one firm as its calendar stood when this was read. Spans are taken as
 * elapsed time in the zone: where the clock is put forward inside a span the span is an hour
 * shorter, where it is put back an hour longer.
 */
public final class WorkingTime {
  private static final int MAX_DAYS = 20 * 366;

  private final Map<DayOfWeek, List<WorkingHours>> week;
  private final Set<LocalDate> holidays;
  private final ZoneId zone;

  WorkingTime(List<WorkingHours> hours, Set<LocalDate> holidays, ZoneId zone) {
    if (hours.isEmpty()) {
      throw new IllegalArgumentException("A working calendar needs at least one span a week");
    }
    this.week =
        hours.stream()
            .sorted(Comparator.comparing(WorkingHours::starts))
            .collect(Collectors.groupingBy(WorkingHours::weekday));
    this.holidays = Set.copyOf(holidays);
    this.zone = zone;
  }

  /** The end of a span counts as inside it: nine hours from 8:00 end at 17:00, not next morning. */
  public Instant add(Instant from, Duration workingTime) {
    if (workingTime.isNegative()) {
      throw new IllegalArgumentException("Working time runs forward, not by " + workingTime);
    }
    var left = workingTime;
    var first = from.atZone(zone).toLocalDate();
    for (var day = first; day.isBefore(first.plusDays(MAX_DAYS)); day = day.plusDays(1)) {
      for (var span : spans(day)) {
        var rest = span.after(from);
        if (!rest.ends().isBefore(rest.starts()) && left.compareTo(rest.length()) <= 0) {
          return rest.starts().plus(left);
        }
        left = left.minus(rest.length());
      }
    }
    throw new IllegalStateException(
        "No %s of working time within 20 years after %s".formatted(workingTime, from));
  }

  /** The same, as the firm's clock on the wall shows it. */
  public ZonedDateTime after(Instant from, Duration workingTime) {
    return onTheWall(add(from, workingTime));
  }

  /** A moment, as the firm's clock on the wall shows it. */
  public ZonedDateTime onTheWall(Instant at) {
    return at.atZone(zone);
  }

  /**
   * Working time from one moment to another; zero when the second is not later. It walks day by day
   * and is not meant for spans of many years.
   */
  public Duration between(Instant from, Instant to) {
    var sum = Duration.ZERO;
    var last = to.atZone(zone).toLocalDate();
    for (var day = from.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
      for (var span : spans(day)) {
        sum = sum.plus(span.after(from).before(to).length());
      }
    }
    return sum;
  }

  private List<Span> spans(LocalDate day) {
    return holidays.contains(day)
        ? List.of()
        : week.getOrDefault(day.getDayOfWeek(), List.of()).stream()
            .map(hours -> span(day, hours))
            .toList();
  }

  private Span span(LocalDate day, WorkingHours hours) {
    return new Span(
        day.atTime(hours.starts()).atZone(zone).toInstant(),
        day.atTime(hours.ends()).atZone(zone).toInstant());
  }

  /** A stretch of working time; empty when it ends before it starts. */
  private record Span(Instant starts, Instant ends) {
    Span after(Instant from) {
      return from.isAfter(starts) ? new Span(from, ends) : this;
    }

    Span before(Instant to) {
      return to.isBefore(ends) ? new Span(starts, to) : this;
    }

    Duration length() {
      return ends.isAfter(starts) ? Duration.between(starts, ends) : Duration.ZERO;
    }
  }
}
