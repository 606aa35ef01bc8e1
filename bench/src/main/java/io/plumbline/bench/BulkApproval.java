package io.plumbline.bench;

import io.plumbline.inbox.BulkAction;
import io.plumbline.inbox.BulkResult;
import io.plumbline.inbox.BulkTasks;
import io.plumbline.inbox.Inbox;
import io.plumbline.inbox.InboxQuery;
import io.plumbline.inbox.InboxQuery.Sort;
import io.plumbline.inbox.InboxQuery.View;
import io.plumbline.inbox.TaskDecision;
import io.plumbline.inbox.TaskFilter;
import io.plumbline.inbox.TaskRow;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** 200 approvals by one person at once, with the engine up and following. */
final class BulkApproval implements Figure {
  private static final int TASKS = 200;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Override
  public String name() {
    return "bulk";
  }

  @Override
  public List<Result> measure(BenchSystem system) {
    var workload = new Workload(system);
    Set<String> numbers = new HashSet<>();
    for (var i = 0; i < TASKS; i++) {
      numbers.add(workload.submit().number());
    }
    var keys = waiting(system, workload, numbers);
    var start = System.nanoTime();
    var results =
        system.as(
            workload.firstApprover(),
            () ->
                system
                    .bean(BulkTasks.class)
                    .run(new BulkAction.Decide(TaskDecision.of("approve")), keys, result -> {}));
    var took = Duration.ofNanos(System.nanoTime() - start);
    var done = results.stream().filter(BulkResult::done).count();
    return List.of(
        new Result(
            "bulk approval of 200 tasks",
            "<= 10 s",
            "%.1f s, %d of %d approved".formatted(took.toMillis() / 1e3, done, TASKS),
            done == TASKS && took.compareTo(Duration.ofSeconds(10)) <= 0,
            "each its own transaction with duties, effect and command, one connection at a time, the"
                + " engine working on them meanwhile"));
  }

  /** The keys of the tasks on these requests, once all are there. */
  private static List<Long> waiting(BenchSystem system, Workload workload, Set<String> numbers) {
    var newest = InboxQuery.of(View.ALL, TaskFilter.NONE).sortedBy(Sort.NEWEST).page(0, TASKS);
    var until = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < until) {
      var keys =
          system.as(workload.firstApprover(), () -> system.bean(Inbox.class).page(newest)).stream()
              .filter(task -> numbers.contains(task.businessKey()))
              .map(TaskRow::key)
              .toList();
      if (keys.size() == TASKS) {
        return keys;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
    throw new IllegalStateException("Not all of the tasks came within " + PATIENCE);
  }
}
