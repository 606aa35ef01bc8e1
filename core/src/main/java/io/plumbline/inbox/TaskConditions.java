package io.plumbline.inbox;

import io.plumbline.identity.People;
import io.plumbline.shared.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A filter as columns are compared with; every comparison is one that an index may answer. */
record TaskConditions(
    @Nullable String process,
    @Nullable UUID project,
    @Nullable UUID requester,
    String words,
    AmountRange amounts,
    @Nullable Instant dueBefore) {

  static TaskConditions of(TaskFilter filter, People people, Clock clock) {
    Supplier<Currency> currency = () -> Currency.getInstance(people.tenant().currency());
    var search = SearchText.of(filter.words() == null ? "" : filter.words(), currency);
    var given =
        filter.atLeast() == null && filter.atMost() == null
            ? AmountRange.ANY
            : AmountRange.of(filter.atLeast(), filter.atMost(), currency.get());
    return new TaskConditions(
        filter.processId(),
        filter.projectId(),
        filter.requesterId(),
        search.words(),
        search.amounts().and(given),
        dueBefore(filter.due(), clock.instant()));
  }

  private static @Nullable Instant dueBefore(TaskFilter.Due due, Instant now) {
    return switch (due) {
      case ANY -> null;
      case OVERDUE -> now;
      case DAY -> now.plus(Duration.ofDays(1));
      case WEEK -> now.plus(Duration.ofDays(7));
    };
  }

  boolean hasWords() {
    return !words.isEmpty();
  }

  /** Beginning with "and" unless there is none; {@code table} has the columns of a task. */
  String on(String table) {
    return Stream.of(
            process == null ? "" : "%s.bpmn_process_id = :process",
            project == null ? "" : "%s.project_id = :project",
            requester == null ? "" : "%s.requester_id = :requester",
            amounts.least() == null ? "" : "%s.amount_minor >= :least",
            amounts.most() == null ? "" : "%s.amount_minor <= :most",
            dueBefore == null ? "" : "%s.due_at < :dueBefore")
        .filter(condition -> !condition.isEmpty())
        .map(condition -> " and " + condition.formatted(table))
        .collect(Collectors.joining());
  }

  /** The same as arguments of {@code engine.search_open_tasks}, beginning with a comma. */
  String named() {
    return Stream.of(
            process == null ? "" : "process => :process",
            project == null ? "" : "project => :project",
            requester == null ? "" : "requester => :requester",
            amounts.least() == null ? "" : "least_minor => :least",
            amounts.most() == null ? "" : "most_minor => :most",
            dueBefore == null ? "" : "due_before => :dueBefore")
        .filter(argument -> !argument.isEmpty())
        .map(argument -> ", " + argument)
        .collect(Collectors.joining());
  }

  Map<String, @Nullable Object> values() {
    var values = new HashMap<String, @Nullable Object>();
    values.put("process", process);
    values.put("project", project);
    values.put("requester", requester);
    values.put("words", words);
    values.put("least", amounts.least());
    values.put("most", amounts.most());
    values.put("dueBefore", dueBefore == null ? null : Timestamps.of(dueBefore));
    return values;
  }
}
