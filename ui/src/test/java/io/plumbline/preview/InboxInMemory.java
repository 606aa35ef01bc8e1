package io.plumbline.preview;

import io.plumbline.identity.Callers;
import io.plumbline.inbox.BulkAction;
import io.plumbline.inbox.BulkResult;
import io.plumbline.inbox.Holding;
import io.plumbline.inbox.InboxCounts;
import io.plumbline.inbox.InboxQuery;
import io.plumbline.inbox.TaskDecision;
import io.plumbline.inbox.TaskDetails;
import io.plumbline.inbox.TaskFilter;
import io.plumbline.inbox.TaskMoves;
import io.plumbline.inbox.TaskRow;
import io.plumbline.shared.CappedCount;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.Money;
import io.plumbline.shared.NotFound;
import io.plumbline.shared.Problem;
import io.plumbline.shared.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Answers like {@link io.plumbline.inbox.Inbox}. */
@Component
public class InboxInMemory {
  private static final Map<String, List<String>> OUTCOMES =
      Map.of(
          "procurement.approve", List.of("approve", "reject", "sendBack"),
          "procurement.decideOverBudget", List.of("allow", "refuse"),
          "procurement.chooseVendor", List.of("choose"),
          "procurement.revise", List.of("resubmit"));
  private final FirmInMemory firm;
  private final Callers callers;
  private final TeamInMemory team;
  private final Set<Long> sending = new HashSet<>();
  private TaskDecision last = TaskDecision.of("none");

  InboxInMemory(FirmInMemory firm, Callers callers, TeamInMemory team) {
    this.firm = firm;
    this.callers = callers;
    this.team = team;
  }

  /** The latest decision that was taken. */
  public TaskDecision lastDecision() {
    return last;
  }

  /** A row as it was at the start of the test, whether still open or not. */
  public TaskRow rowOf(long key) {
    return firm.started.get(key);
  }

  public List<TaskRow> page(InboxQuery query) {
    return matching(query).skip(query.page().offset()).limit(query.page().limit()).toList();
  }

  public CappedCount count(InboxQuery query) {
    return CappedCount.of(matching(query).count());
  }

  public InboxCounts counts() {
    var all = InboxQuery.first();
    return new InboxCounts(
        count(all),
        count(view(InboxQuery.View.MINE, false)),
        count(view(InboxQuery.View.GROUPS, false)),
        count(view(InboxQuery.View.ALL, true)),
        CappedCount.of(0),
        CappedCount.of(0));
  }

  public List<CappedCount> counts(List<InboxQuery> queries) {
    return queries.stream().map(this::count).toList();
  }

  public TaskDetails find(long key) {
    if (!firm.tasks.containsKey(key)) {
      throw new NotFound("task", key);
    }
    var row = row(firm.tasks.get(key));
    var mine = row.assignee() != null;
    return new TaskDetails(
        row,
        "CREATED",
        Map.of("levelRank", 2, "levelCount", 3),
        firm.lent.contains(key) ? List.of() : OUTCOMES.get(row.formKey()),
        !mine,
        mine,
        "",
        new TaskMoves(true, firm.lent.contains(key), false, mine, true, false));
  }

  public Optional<TaskDetails> seek(long key) {
    return firm.tasks.containsKey(key) ? Optional.of(find(key)) : Optional.empty();
  }

  public void claim(long key) {
    if (!firm.claimed.add(key)) {
      throw new Conflict("notFound", "open task", key);
    }
    firm.changed();
  }

  public void release(long key) {
    firm.claimed.remove(key);
    firm.changed();
  }

  public void complete(long key, TaskDecision decision) {
    if (!firm.tasks.containsKey(key)) {
      throw new Conflict("notFound", "open task", key);
    }
    last = decision;
    firm.tasks.remove(key);
    firm.changed();
  }

  /** As {@link io.plumbline.inbox.BulkTasks} does. */
  public List<BulkResult> run(BulkAction action, List<Long> keys, Consumer<BulkResult> progress) {
    var results = keys.stream().map(key -> new BulkResult(key, attempt(action, key))).toList();
    results.forEach(progress);
    return results;
  }

  private List<Problem> attempt(BulkAction action, long key) {
    try {
      switch (action) {
        case BulkAction.Claim() -> claim(key);
        case BulkAction.Release() -> release(key);
        case BulkAction.Decide(var decision) -> {
          requireKnown(key, decision);
          complete(key, decision);
        }
        case BulkAction.Reassign(var to, var note) -> team.reassign(key, to, note);
      }
      return List.of();
    } catch (Refusal refusal) {
      return refusal.problems();
    }
  }

  private void requireKnown(long key, TaskDecision decision) {
    var known = find(key).outcomes();
    if (!known.contains(decision.outcome())) {
      throw new InvalidInput("task.unknownOutcome", decision.outcome(), String.join(", ", known));
    }
  }

  private static InboxQuery view(InboxQuery.View view, boolean overdue) {
    return InboxQuery.of(
        view, TaskFilter.NONE.due(overdue ? TaskFilter.Due.OVERDUE : TaskFilter.Due.ANY));
  }

  private Stream<TaskRow> matching(InboxQuery query) {
    var filter = query.filter();
    return firm.tasks.values().stream()
        .map(this::row)
        .filter(row -> query.view() != InboxQuery.View.DONE)
        .filter(row -> query.view() != InboxQuery.View.DELEGATED)
        .filter(row -> query.view() != InboxQuery.View.MINE || row.assignee() != null)
        .filter(row -> query.view() != InboxQuery.View.GROUPS || row.assignee() == null)
        .filter(
            row -> filter.due() != TaskFilter.Due.OVERDUE || due(row).isBefore(FirmInMemory.NOW))
        .filter(row -> filter.projectId() == null || filter.projectId().equals(row.projectId()))
        .filter(row -> filter.words() == null || contains(row, filter.words()))
        .filter(row -> filter.atLeast() == null || amount(row).compareTo(filter.atLeast()) >= 0)
        .sorted(
            query.sorts().getFirst() == InboxQuery.Sort.AMOUNT
                ? Comparator.comparing((TaskRow row) -> -Objects.requireNonNull(row.amountMinor()))
                : Comparator.comparing(InboxInMemory::due));
  }

  private static BigDecimal amount(TaskRow row) {
    return Money.of(
            Objects.requireNonNull(row.amountMinor()), Objects.requireNonNull(row.currency()))
        .decimal();
  }

  private TaskRow row(TaskRow row) {
    var mine = firm.claimed.contains(row.key());
    var me = callers.current();
    return new TaskRow(
        row.key(),
        row.title(),
        row.businessKey(),
        row.processId(),
        row.elementId(),
        row.formKey(),
        row.processInstanceKey(),
        row.subjectId(),
        row.projectId(),
        row.projectName(),
        row.requesterId(),
        row.requesterName(),
        row.amountMinor(),
        row.currency(),
        row.priority(),
        row.dueAt(),
        row.createdAt(),
        mine ? me.user().value() : null,
        mine ? me.name() : null,
        sending.contains(row.key()),
        Holding.PLAIN);
  }

  private static Instant due(TaskRow row) {
    return Objects.requireNonNull(row.dueAt());
  }

  private static boolean contains(TaskRow row, String words) {
    return (row.title() + row.businessKey())
        .toLowerCase(Locale.ROOT)
        .contains(words.toLowerCase(Locale.ROOT));
  }
}
