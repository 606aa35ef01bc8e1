package io.plumbline.bench;

import io.plumbline.inbox.Inbox;
import io.plumbline.inbox.InboxQuery;
import java.sql.SQLException;
import java.util.List;

/** The first page of an inbox among a million open tasks, under row-level security. */
final class InboxPage implements Figure {
  private static final int GROUPS = 200;
  private static final int WARM_UP = 200;
  private static final int QUERIES = 2_000;

  @Override
  public String name() {
    return "inbox";
  }

  @Override
  public List<Result> measure(BenchSystem system) throws SQLException {
    var firm = new ManyTasks(GROUPS);
    firm.fill(system);
    var caller = firm.person();
    var inbox = system.bean(Inbox.class);
    var page = new Latencies();
    var counted = new Latencies();
    for (int i = -WARM_UP; i < QUERIES; i++) {
      var start = System.nanoTime();
      var rows = system.as(caller, () -> inbox.page(InboxQuery.first()));
      if (rows.size() != InboxQuery.first().page().limit()) {
        throw new IllegalStateException("A page of " + rows.size());
      }
      if (i >= 0) {
        page.addSince(start);
      }
      system.as(caller, () -> inbox.count(InboxQuery.first()));
      if (i >= 0) {
        counted.addSince(start);
      }
    }
    return List.of(
        new Result(
            "first inbox page of 50 with the capped count",
            "p95 <= 10 ms",
            counted.text() + "; the page alone " + page.text(),
            counted.percentile(0.95) <= 10,
            "%,d open tasks of one tenant, a person in 3 of %d groups, sorted by due date, as the"
                    .formatted(ManyTasks.TASKS, GROUPS)
                + " application's role under row-level security, one connection, through core"));
  }
}
