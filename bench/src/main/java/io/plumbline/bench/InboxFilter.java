package io.plumbline.bench;

import io.plumbline.inbox.Inbox;
import io.plumbline.inbox.InboxQuery;
import io.plumbline.inbox.InboxQuery.Sort;
import io.plumbline.inbox.InboxQuery.View;
import io.plumbline.inbox.TaskFilter;
import io.plumbline.inbox.TaskFilter.Due;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

/** Combined filters and sorts among a million open tasks, for a person who sees 100,000 of them. */
final class InboxFilter implements Figure {
  private static final int GROUPS = 30;
  private static final int WARM_UP = 20;
  private static final int ROUNDS = 150;
  private static final int LARGEST = 80_000;

  @Override
  public String name() {
    return "inbox-filter";
  }

  @Override
  public List<Result> measure(BenchSystem system) throws SQLException {
    var firm = new ManyTasks(GROUPS);
    firm.fill(system);
    var person = firm.person();
    var inbox = system.bean(Inbox.class);
    var random = new Random(1);
    var all = new Latencies();
    Map<String, Latencies> each = new LinkedHashMap<>();
    for (var round = -WARM_UP; round < ROUNDS; round++) {
      for (var query : queries(random).entrySet()) {
        var start = System.nanoTime();
        system.as(person, () -> inbox.pageAndCount(query.getValue()));
        if (round >= 0) {
          all.addSince(start);
          each.computeIfAbsent(query.getKey(), key -> new Latencies()).addSince(start);
        }
      }
    }
    var kinds =
        each.entrySet().stream()
            .map(kind -> "%s %.1f ms".formatted(kind.getKey(), kind.getValue().percentile(0.95)))
            .collect(Collectors.joining(", "));
    return List.of(
        new Result(
            "inbox page of 50 with its count, combined filter and sort",
            "p95 <= 50 ms for every kind",
            all.text() + "; p95 of each kind: " + kinds,
            each.values().stream().allMatch(kind -> kind.percentile(0.95) <= 50),
            "%,d open tasks of one tenant, %,d visible to the person, as the application's role under"
                    .formatted(ManyTasks.TASKS, firm.visible())
                + " row-level security, one connection, through core"));
  }

  private static Map<String, InboxQuery> queries(Random random) {
    var least = random.nextInt(LARGEST);
    var amounts =
        TaskFilter.NONE.amounts(new BigDecimal(least), new BigDecimal(least + LARGEST / 20));
    var project = ManyTasks.named("project", random.nextInt(ManyTasks.PROJECTS));
    var requester = ManyTasks.named("requester", random.nextInt(ManyTasks.REQUESTERS));
    Map<String, InboxQuery> queries = new LinkedHashMap<>();
    queries.put(
        "amounts and due, by priority and amount",
        InboxQuery.of(View.ALL, amounts.due(Due.WEEK)).sortedBy(Sort.PRIORITY, Sort.AMOUNT));
    queries.put("project and amounts, by due", InboxQuery.of(View.ALL, amounts.project(project)));
    queries.put(
        "process and requester, newest",
        InboxQuery.of(
                View.GROUPS, TaskFilter.NONE.process("procurement-approval").requester(requester))
            .sortedBy(Sort.NEWEST));
    queries.put(
        "all, by the smallest amount", InboxQuery.first().sortedBy(Sort.SMALLEST, Sort.DUE));
    queries.putAll(searches(random, least, amounts, project));
    return queries;
  }

  /** Words that all titles have, a quarter, a sixteenth, a tenth by their beginning, and one. */
  private static Map<String, InboxQuery> searches(
      Random random, int least, TaskFilter amounts, UUID project) {
    Map<String, InboxQuery> queries = new LinkedHashMap<>();
    queries.put("a word of every title", words("cement"));
    queries.put("a word of every title and an amount", words("cement >" + least));
    queries.put(
        "a word of every title and a few amounts",
        InboxQuery.of(View.ALL, amounts.words("cement")));
    queries.put(
        "a word of every title and a project, by amount",
        InboxQuery.of(View.ALL, TaskFilter.NONE.project(project).words("cement"))
            .sortedBy(Sort.AMOUNT));
    queries.put(
        "two words, one in a quarter of the titles, an amount", words("approve grey >" + least));
    queries.put(
        "a word in a sixteenth, a few amounts", InboxQuery.of(View.ALL, amounts.words("white")));
    queries.put("a word in a sixteenth, newest", words("white").sortedBy(Sort.NEWEST));
    queries.put(
        "a beginning that a tenth have, of the groups",
        InboxQuery.of(View.GROUPS, TaskFilter.NONE.words("bag " + (1 + random.nextInt(9)))));
    queries.put(
        "a beginning that a hundredth have, by priority",
        words(String.valueOf(10 + random.nextInt(90))).sortedBy(Sort.PRIORITY, Sort.AMOUNT));
    queries.put(
        "a rare word and an amount",
        words("PR-%d <80000".formatted(random.nextInt(ManyTasks.TASKS))));
    return queries;
  }

  private static InboxQuery words(String words) {
    return InboxQuery.of(View.ALL, TaskFilter.NONE.words(words));
  }
}
