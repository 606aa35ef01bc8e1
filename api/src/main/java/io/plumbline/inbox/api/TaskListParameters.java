package io.plumbline.inbox.api;

import io.plumbline.inbox.InboxQuery;
import io.plumbline.inbox.InboxQuery.Sort;
import io.plumbline.inbox.InboxQuery.View;
import io.plumbline.inbox.TaskFilter;
import io.plumbline.inbox.TaskFilter.Due;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.PageRequest;
import io.plumbline.shared.Problem;
import io.plumbline.shared.api.Choice;
import io.swagger.v3.oas.annotations.Parameter;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which tasks to list, as it stands in the address. */
record TaskListParameters(
    @Parameter(
            description =
                "all, mine, groups, substituting (of those you stand in for), resting (put off) or"
                    + " done (what you decided, the latest first)")
        @Nullable String view,
    @Parameter(description = "process id") @Nullable String process,
    @Parameter(description = "id or code") @Nullable String project,
    @Parameter(description = "id of the person who asked for it") @Nullable String requester,
    @Parameter(description = "any, overdue, day (within 24 hours) or week") @Nullable String due,
    @Parameter(description = "the same as due=overdue") @Nullable Boolean overdue,
    @Parameter(
            description =
                "beginnings of words in title, number, project and requester; amounts such as"
                    + " >5000, <=10000, 5000..10000")
        @Nullable String q,
    @Parameter(description = "smallest amount in the firm's currency", example = "5000")
        @Nullable String min,
    @Parameter(description = "largest amount in the firm's currency", example = "10000.50")
        @Nullable String max,
    @Parameter(
            description =
                "due, newest, oldest, priority, amount or smallest; several, divided by commas,"
                    + " sort among equals")
        @Nullable String sort) {

  /**
   * The query.
   *
   * @param projectId what {@link #project} names
   * @throws InvalidInput at the parameter that cannot be read
   */
  InboxQuery toCore(@Nullable UUID projectId, PageRequest page) {
    var chosen = Choice.find(View.class, "view", view);
    return new InboxQuery(chosen == null ? View.ALL : chosen, filter(projectId), sorts(), page);
  }

  private TaskFilter filter(@Nullable UUID projectId) {
    var within = Choice.find(Due.class, "due", due);
    var otherwise = Boolean.TRUE.equals(overdue) ? Due.OVERDUE : Due.ANY;
    return new TaskFilter(
        process,
        projectId,
        id(requester),
        q,
        decimal("min", min),
        decimal("max", max),
        within == null ? otherwise : within);
  }

  private List<Sort> sorts() {
    return sort == null || sort.isBlank()
        ? List.of()
        : Stream.of(sort.split(",")).map(each -> Choice.of(Sort.class, "sort", each)).toList();
  }

  private static @Nullable UUID id(@Nullable String text) {
    try {
      return text == null || text.isBlank() ? null : UUID.fromString(text.strip());
    } catch (IllegalArgumentException unreadable) {
      throw new InvalidInput(List.of(Problem.of("requester", "api.id.unreadable")));
    }
  }

  private static @Nullable BigDecimal decimal(String parameter, @Nullable String text) {
    try {
      return text == null || text.isBlank() ? null : new BigDecimal(text.strip());
    } catch (NumberFormatException unreadable) {
      throw new InvalidInput(List.of(Problem.of(parameter, "api.number.unreadable")));
    }
  }
}
