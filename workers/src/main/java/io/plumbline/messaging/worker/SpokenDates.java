package io.plumbline.messaging.worker;

import io.plumbline.messaging.Analyst.Found;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.natty.DateGroup;
import org.natty.Parser;

/**
 * Dates in many words ("two weeks from now", "the last Thursday of December"), read by natty. It
 * sees dates in plain numbers too, so it gets only what follows a word like "by", and what it
 * merely supposes is dropped.
 */
final class SpokenDates {
  private static final Pattern CLAUSE =
      Pattern.compile(
          "\\b(?:by|before|until|till|on|due|within|latest|needed)\\s+([^,;.!?|]{3,60})",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SAYS_WHEN =
      Pattern.compile(
          "day|week|month|year|now|today|tomorrow|\\b(jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)",
          Pattern.CASE_INSENSITIVE);
  private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

  private final LocalDate today;

  SpokenDates(LocalDate today) {
    this.today = today;
  }

  Optional<Found<LocalDate>> find(Reading reading) {
    for (var clause : reading.match(CLAUSE).results().toList()) {
      var words = clause.group(1).toLowerCase(Locale.ROOT);
      for (var group : parse(words)) {
        var at = words.indexOf(group.getText());
        if (at >= 0 && isDate(group)) {
          var end = clause.start(1) + at + group.getText().length();
          return Optional.of(new Found<>(day(group), 1, reading.take(clause.start(), end)));
        }
      }
    }
    return Optional.empty();
  }

  private List<DateGroup> parse(String clause) {
    var noon = Date.from(today.atTime(12, 0).toInstant(ZoneOffset.UTC));
    return new Parser(UTC).parse(clause, noon);
  }

  private static boolean isDate(DateGroup group) {
    return !group.isDateInferred()
        && !group.isRecurring()
        && SAYS_WHEN.matcher(group.getText()).find();
  }

  private static LocalDate day(DateGroup group) {
    return group.getDates().getFirst().toInstant().atZone(ZoneOffset.UTC).toLocalDate();
  }
}
