package io.plumbline.messaging.worker;

import io.plumbline.messaging.Analyst.Found;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds until when something is needed. Numeric dates are day first, a weekday is the next one; a
 * day that has passed is not trusted.
 */
final class Dates {
  private static final double SURE = 0.95;
  private static final double LIKELY = 0.85;
  private static final double DOUBTFUL = 0.6;
  private static final double PASSED = 0.3;

  private static final String BY =
      "(?:\\b(?:needed|need it|required|delivery|deliver|due|latest)\\s+)?"
          + "(?:\\b(?:by|before|until|till|on|for|from|not later than|no later than|latest|due|within)\\s+(?:the\\s+)?)?";
  private static final String DAYS =
      "(?:mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|thrusday|thursady|fri(?:day)?|sat(?:urday)?|sun(?:day)?)";
  private static final String MONTHS =
      "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

  private static final Pattern ISO = pattern(BY + "\\b(\\d{4})-(\\d{1,2})-(\\d{1,2})\\b");
  private static final Pattern NUMERIC =
      pattern(BY + "\\b(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4}|\\d{2})\\b");
  private static final Pattern NUMERIC_SHORT =
      pattern(
          "\\b(?:by|before|until|till|on|due|latest|needed)\\s+(?:the\\s+)?(\\d{1,2})[./](\\d{1,2})\\b(?!\\s?(?:inch|\"|in\\b|mm|[./]\\d))");
  private static final Pattern BARE_SHORT = pattern("^\\W*(\\d{1,2})[./](\\d{1,2})\\W*$");
  private static final Pattern DAY_MONTH =
      pattern(
          BY
              + "(?:"
              + DAYS
              + "\\.?,?\\s+)?\\b(\\d{1,2})(?:st|nd|rd|th)?\\s*(?:of\\s+)?[-./]?("
              + MONTHS
              + ")\\b\\.?(?:[-,./ ]{1,2}(20\\d{2})\\b)?");
  private static final Pattern MONTH_DAY =
      pattern(
          BY
              + "(?:"
              + DAYS
              + "\\.?,?\\s+)?\\b("
              + MONTHS
              + ")\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?:,?\\s+(20\\d{2})\\b)?");
  private static final Pattern DAY_OF_MONTH =
      pattern("\\b(?:by|before|until|till|on)\\s+the\\s+(\\d{1,2})(?:st|nd|rd|th)\\b");
  private static final Pattern WEEKDAY =
      pattern(
          BY
              + "\\b(next week|next|this|coming|the coming|last)?\\s*\\b("
              + DAYS
              + ")\\b\\.?(?:\\s+(?:morning|noon|afternoon|evening|night))?(?:\\s+next week)?");
  private static final Pattern IN_DAYS =
      pattern(
          "\\b(?:in|within)\\s+(?:the\\s+next\\s+)?("
              + NumberWords.LETTERS
              + "|\\d{1,3})\\s+(days?|weeks?|months?)(?:\\s+time)?\\b");
  private static final Pattern NAMED =
      pattern(
          BY
              + "\\b(the day after tomorrow|day after tomorrow|tomorrow|tmrw|tmr|tomorow|today|tonight|end of (?:the |this )?month|end of (?:the |this )?week|eow|eom|next week(?!\\s+"
              + DAYS
              + "\\b)|next month)\\b(?:\\s+(?:morning|noon|afternoon|evening))?");

  private final LocalDate today;
  private final boolean expected;

  Dates(LocalDate today, boolean expected) {
    this.today = today;
    this.expected = expected;
  }

  @Nullable Found<LocalDate> find(Reading reading) {
    return Stream.<Function<Reading, Optional<Found<LocalDate>>>>of(
            r -> at(r, ISO, m -> day(m.group(1), m.group(2), m.group(3))),
            r -> at(r, NUMERIC, m -> dayFirst(m.group(1), m.group(2), m.group(3))),
            r -> at(r, DAY_MONTH, m -> named(m.group(1), m.group(2), m.group(3))),
            r -> at(r, MONTH_DAY, m -> named(m.group(2), m.group(1), m.group(3))),
            r -> at(r, DAY_OF_MONTH, m -> next(Integer.parseInt(m.group(1)))),
            r -> at(r, NUMERIC_SHORT, m -> dayFirst(m.group(1), m.group(2), null)),
            r -> expected ? at(r, BARE_SHORT, m -> dayFirst(m.group(1), m.group(2), null)) : none(),
            r -> at(r, IN_DAYS, this::inDays),
            r -> at(r, NAMED, this::namedDay),
            r -> at(r, WEEKDAY, this::weekday),
            r -> new SpokenDates(today).find(r).map(found -> doubted(found, LIKELY)))
        .flatMap(recogniser -> recogniser.apply(reading).stream())
        .findFirst()
        .orElse(null);
  }

  private Optional<Found<LocalDate>> at(
      Reading reading, Pattern pattern, Function<MatchResult, Optional<Guess>> reader) {
    for (var match : reading.match(pattern).results().toList()) {
      var guess = reader.apply(match);
      if (guess.isPresent()) {
        var evidence = reading.take(match.start(), match.end());
        var found = new Found<>(guess.get().day(), guess.get().confidence(), evidence);
        return Optional.of(doubted(found, found.confidence()));
      }
    }
    return none();
  }

  private Found<LocalDate> doubted(Found<LocalDate> found, double confidence) {
    var passed = found.value().isBefore(today);
    return new Found<>(found.value(), passed ? PASSED : confidence, found.evidence());
  }

  private Optional<Guess> dayFirst(String first, String second, @Nullable String year) {
    var swapped = Integer.parseInt(second) > 12 && Integer.parseInt(first) <= 12;
    var day = swapped ? second : first;
    var month = swapped ? first : second;
    if (year == null) {
      return coming(Integer.parseInt(month), Integer.parseInt(day));
    }
    return day(year.length() == 2 ? "20" + year : year, month, day);
  }

  private static Optional<Guess> day(String year, String month, String day) {
    try {
      var date =
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
      return Optional.of(new Guess(date, SURE));
    } catch (DateTimeException e) {
      return Optional.empty(); // 31.02.2027 is no day
    }
  }

  private Optional<Guess> named(String day, String month, @Nullable String year) {
    var number = month(month);
    return year == null ? coming(number, Integer.parseInt(day)) : day(year, "" + number, day);
  }

  /** Without a year: this year's day, or next year's when this one's is long over. */
  private Optional<Guess> coming(int month, int day) {
    var thisYear = day("" + today.getYear(), "" + month, "" + day);
    var longOver = thisYear.filter(g -> ChronoUnit.DAYS.between(g.day(), today) > 60).isPresent();
    return longOver ? day("" + (today.getYear() + 1), "" + month, "" + day) : thisYear;
  }

  /** "the 27th": of this month, or of the next one when it is over. */
  private Optional<Guess> next(int day) {
    var month = day >= today.getDayOfMonth() ? today : today.plusMonths(1);
    return day("" + month.getYear(), "" + month.getMonthValue(), "" + day);
  }

  private Optional<Guess> inDays(MatchResult match) {
    var count = NumberWords.value(match.group(1)).intValueExact();
    var unit = match.group(2).toLowerCase(Locale.ROOT);
    var day =
        unit.startsWith("day")
            ? today.plusDays(count)
            : unit.startsWith("week") ? today.plusWeeks(count) : today.plusMonths(count);
    return Optional.of(new Guess(day, SURE));
  }

  private Optional<Guess> namedDay(MatchResult match) {
    var name = match.group(1).toLowerCase(Locale.ROOT);
    return Optional.of(
        switch (name) {
          case "today", "tonight" -> new Guess(today, SURE);
          case "tomorrow", "tmrw", "tmr", "tomorow" -> new Guess(today.plusDays(1), SURE);
          case "the day after tomorrow", "day after tomorrow" -> new Guess(today.plusDays(2), SURE);
          case "next month" -> new Guess(today.plusMonths(1), DOUBTFUL);
          case "next week" -> new Guess(today.plusWeeks(1), DOUBTFUL);
          default ->
              name.contains("month") || name.equals("eom")
                  ? new Guess(today.with(TemporalAdjusters.lastDayOfMonth()), LIKELY)
                  : new Guess(endOfWeek(), DOUBTFUL);
        });
  }

  /** Weeks end on Thursday or on Friday, depending on the country: the earlier one, to be asked. */
  private LocalDate endOfWeek() {
    return today.with(TemporalAdjusters.next(DayOfWeek.THURSDAY));
  }

  /**
   * "Thursday" is the next one. Said on a Thursday, or with "next" when this week still has one, it
   * may be another.
   */
  private Optional<Guess> weekday(MatchResult match) {
    var name = match.group(2).toLowerCase(Locale.ROOT);
    var alsoAWord = name.equals("sat") || name.equals("sun");
    if (alsoAWord && match.group().strip().length() == name.length() && !expected) {
      return Optional.empty();
    }
    var weekday = dayOfWeek(name);
    var next = today.with(TemporalAdjusters.next(weekday));
    var said = Objects.requireNonNullElse(match.group(1), "").toLowerCase(Locale.ROOT);
    if (said.equals("last")) {
      return Optional.of(new Guess(today.with(TemporalAdjusters.previous(weekday)), PASSED));
    }
    var saidNext = said.startsWith("next") || match.group().endsWith("next week");
    var sameWeek =
        next.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).isBefore(today.plusDays(1));
    if (saidNext && sameWeek) {
      return Optional.of(new Guess(next.plusWeeks(1), DOUBTFUL));
    }
    return Optional.of(new Guess(next, today.getDayOfWeek() == weekday ? DOUBTFUL : SURE));
  }

  private static DayOfWeek dayOfWeek(String name) {
    var start = name.startsWith("thr") ? "thu" : name.substring(0, 3);
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> day.name().toLowerCase(Locale.ROOT).startsWith(start))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Not a weekday: " + name));
  }

  private static int month(String name) {
    var names = "janfebmaraprmayjunjulaugsepoctnovdec";
    return names.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) / 3 + 1;
  }

  private static Optional<Found<LocalDate>> none() {
    return Optional.empty();
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }

  private record Guess(LocalDate day, double confidence) {}
}
