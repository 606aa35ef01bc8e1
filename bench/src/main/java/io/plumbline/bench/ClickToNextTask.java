package io.plumbline.bench;

import java.util.List;

/** From the approve call in core until the next level's task is in the inbox query's answer. */
final class ClickToNextTask implements Figure {
  private static final int WARM_UP = 100;
  private static final int CLICKS = 400;

  @Override
  public String name() {
    return "click";
  }

  @Override
  public List<Result> measure(BenchSystem system) throws Exception {
    var workload = new Workload(system);
    var clicks = new Latencies();
    try (var first = new TaskWatch(system, workload.firstApprover());
        var second = new TaskWatch(system, workload.secondApprover())) {
      for (int i = -WARM_UP; i < CLICKS; i++) {
        var request = workload.submit().id().value();
        var task = first.await(request);
        var click = System.nanoTime();
        workload.approve(workload.firstApprover(), task);
        var next = second.await(request);
        if (i >= 0) {
          clicks.addSince(click);
        }
        workload.approve(workload.secondApprover(), next);
      }
    }
    return List.of(
        new Result(
            "click to next task",
            "p50 <= 40 ms, p95 <= 100 ms",
            clicks.text(),
            clicks.percentile(0.5) <= 40 && clicks.percentile(0.95) <= 100,
            "one approver at work; from the call of Inbox.complete until the next approver's inbox"
                + " query, run after the pushed change, returns the task"));
  }
}
