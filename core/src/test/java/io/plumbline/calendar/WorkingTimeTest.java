package io.plumbline.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WorkingTimeTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate HOLIDAY = LocalDate.parse("2026-12-25"); // a Friday

  /** Monday to Friday, with a long lunch. */
  private final WorkingTime split =
      new WorkingTime(weekdays("08:00-12:00", "13:30-17:30"), Set.of(HOLIDAY), BERLIN);

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T09:00, PT1H, 2026-11-20T10:00",
    "2026-11-20T11:30, PT1H, 2026-11-20T14:00", // over lunch
    "2026-11-20T12:30, PT1H, 2026-11-20T14:30", // from within lunch
    "2026-11-20T09:00, PT8H, 2026-11-23T09:00", // Friday to Monday
    "2026-11-20T08:00, PT8H, 2026-11-20T17:30", // exactly a day ends with it
    "2026-11-20T08:00, PT4H, 2026-11-20T12:00", // exactly a span ends with it
    "2026-11-21T15:00, PT0S, 2026-11-23T08:00", // nothing, from a Saturday
    "2026-11-20T09:15, PT0S, 2026-11-20T09:15",
    "2026-12-24T17:00, PT1H, 2026-12-28T08:30", // over a holiday and a weekend
    "2026-11-20T05:00, PT30M, 2026-11-20T08:30",
    "2026-11-20T23:00, PT30M, 2026-11-23T08:30",
  })
  void shouldAddWorkingTime(LocalDateTime from, Duration working, LocalDateTime expected) {
    assertThat(split.add(at(from), working)).isEqualTo(at(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T09:00, 2026-11-20T10:00, PT1H",
    "2026-11-20T11:00, 2026-11-20T14:00, PT1H30M",
    "2026-11-20T17:00, 2026-11-23T08:30, PT1H",
    "2026-11-21T00:00, 2026-11-22T23:59, PT0S",
    "2026-11-23T10:00, 2026-11-20T10:00, PT0S",
    "2026-12-24T08:00, 2026-12-28T08:00, PT8H",
  })
  void shouldMeasureWorkingTime(LocalDateTime from, LocalDateTime to, Duration expected) {
    assertThat(split.between(at(from), at(to))).isEqualTo(expected);
  }

  @Test
  void shouldCountTimeThatReallyPassesWhenClocksChange() {
    var nights =
        new WorkingTime(
            List.of(new WorkingHours(DayOfWeek.SUNDAY, LocalTime.of(0, 0), LocalTime.of(6, 0))),
            Set.of(),
            BERLIN);
    var springForward = at(LocalDateTime.parse("2026-03-29T00:00"));
    var fallBack = at(LocalDateTime.parse("2026-10-25T00:00"));
    assertThat(nights.between(springForward, springForward.plus(Duration.ofDays(1))))
        .isEqualTo(Duration.ofHours(5));
    assertThat(nights.between(fallBack, fallBack.plus(Duration.ofDays(1))))
        .isEqualTo(Duration.ofHours(7));
    assertThat(nights.add(springForward, Duration.ofHours(5)))
        .isEqualTo(at(LocalDateTime.parse("2026-03-29T06:00")));
    assertThat(nights.add(fallBack, Duration.ofHours(7)))
        .isEqualTo(at(LocalDateTime.parse("2026-10-25T06:00")));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void shouldMeasureExactlyWhatWasAdded(long seed) {
    var random = new Random(seed);
    var time = anyWeek(random);
    var from = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(31_536_000));
    var working = Duration.ofSeconds(random.nextInt(1_000_000));
    var to = time.add(from, working);
    assertThat(time.between(from, to)).isEqualTo(working);
    assertThat(to).isAfterOrEqualTo(from);
    assertThat(time.add(from, working.plusSeconds(1))).isAfter(to);
    assertThat(time.add(time.add(from, working.dividedBy(3)), working.minus(working.dividedBy(3))))
        .isEqualTo(to);
  }

  static IntStream seeds() {
    return IntStream.range(0, 200);
  }

  @Test
  void shouldRefuseWhatCannotBeCounted() {
    assertThatThrownBy(() -> new WorkingTime(List.of(), Set.of(), BERLIN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> split.add(Instant.EPOCH, Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> split.add(Instant.EPOCH, Duration.ofHours(1_000_000)))
        .isInstanceOf(IllegalStateException.class);
  }

  private static WorkingTime anyWeek(Random random) {
    var hours = new ArrayList<WorkingHours>();
    for (var day : DayOfWeek.values()) {
      var minute = random.nextInt(600);
      for (var span = 0; span < random.nextInt(4) && minute < 1_400; span++) {
        var end = Math.min(1_439, minute + 1 + random.nextInt(300));
        hours.add(new WorkingHours(day, time(minute), time(end)));
        minute = end + random.nextInt(120);
      }
    }
    hours.add(new WorkingHours(DayOfWeek.MONDAY, time(1_439).minusMinutes(1), time(1_439)));
    var holidays = Set.of(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 10, 25));
    var zones = List.of(BERLIN, ZoneId.of("Asia/Riyadh"), ZoneId.of("America/Los_Angeles"));
    return new WorkingTime(apart(hours), holidays, zones.get(random.nextInt(zones.size())));
  }

  private static List<WorkingHours> apart(List<WorkingHours> hours) {
    var last = hours.getLast();
    return hours.stream()
        .filter(
            span ->
                span == last
                    || span.weekday() != DayOfWeek.MONDAY
                    || !span.ends().isAfter(last.starts()))
        .toList();
  }

  private static LocalTime time(int minute) {
    return LocalTime.ofSecondOfDay(minute * 60L);
  }

  private static List<WorkingHours> weekdays(String... spans) {
    var hours = new ArrayList<WorkingHours>();
    for (var day : DayOfWeek.values()) {
      for (var span : spans) {
        if (day.compareTo(DayOfWeek.SATURDAY) < 0) {
          var ends = span.split("-");
          hours.add(new WorkingHours(day, LocalTime.parse(ends[0]), LocalTime.parse(ends[1])));
        }
      }
    }
    return hours;
  }

  private static Instant at(LocalDateTime local) {
    return local.atZone(BERLIN).toInstant();
  }
}
