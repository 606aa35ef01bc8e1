package io.plumbline.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Whole procurement instances with two levels, against the raw engine in the same run. Both are
 * warmed up until their compilers are done: a minute after the start most of the processor time
 * still goes there.
 */
final class Throughput implements Figure {
  private static final int THREADS = 8;
  private static final Duration WARM_UP = Duration.ofMinutes(4);
  private static final Duration SETTLE = Duration.ofSeconds(20);
  private static final Duration NOTICES_WARM_UP = Duration.ofMinutes(1);
  private static final Duration MEASURED = Duration.ofSeconds(60);
  private static final double SHARE = 0.40;

  @Override
  public String name() {
    return "throughput";
  }

  @Override
  public List<Result> measure(BenchSystem system) throws Exception {
    var workload = new Workload(system);
    var told = plumbline(system, workload, WARM_UP);
    workload.tellInTheApplicationOnly();
    var untold = plumbline(system, workload, SETTLE);
    system.zeebe().stop();
    final Closed.Rate raw;
    final Closed.Rate rawTold;
    final String notices;
    try (var engine = new RawEngine(system.home().resolve("raw-engine"), system.checkout())) {
      raw = Closed.measure(THREADS, WARM_UP, MEASURED, engine::runOne);
      rawTold = Closed.measure(THREADS, NOTICES_WARM_UP, MEASURED, engine::runOneAndTell);
      notices = engine.notices();
    }
    system.zeebe().start();
    return List.of(
        result(
            "whole instances per second", "the requester is told in the application", untold, raw),
        result(
            "whole instances per second, the outcome told by text message too",
            "each instance starts one of the notification process, which sends through the provider"
                + " simulated in the same application",
            told,
            raw),
        result(
            "the same, the raw engine carrying the notifications too",
            "raw: a notification for each instance, sent once and reported as delivered; "
                + notices,
            told,
            rawTold));
  }

  private static Result result(String name, String how, Closed.Rate ours, Closed.Rate raw) {
    return new Result(
        name,
        "at least %.0f %% of the raw engine".formatted(SHARE * 100),
        String.format(
            Locale.ROOT,
            "%.1f/s against %.1f/s raw: %.0f %%; processor time of each: %s; raw: %s",
            ours.perSecond(),
            raw.perSecond(),
            100 * ours.perSecond() / raw.perSecond(),
            ours.each(),
            raw.each()),
        ours.perSecond() >= SHARE * raw.perSecond(),
        how
            + "; closed loop of %d threads, two levels; each thread files, waits for both tasks, approves"
                .formatted(THREADS)
            + " both; raw: same BPMN and DMN, empty workers, tasks completed by key from a record"
            + " stream, no database; %d s after %d s of warm-up; the broker at rest is stopped"
                .formatted(MEASURED.toSeconds(), WARM_UP.toSeconds()));
  }

  private static Closed.Rate plumbline(BenchSystem system, Workload workload, Duration warmUp)
      throws Exception {
    try (var first = new TaskWatch(system, workload.firstApprover());
        var second = new TaskWatch(system, workload.secondApprover())) {
      return Closed.measure(
          THREADS,
          warmUp,
          MEASURED,
          () -> {
            var request = workload.submit().id().value();
            workload.approve(workload.firstApprover(), first.await(request));
            workload.approve(workload.secondApprover(), second.await(request));
            return null;
          });
    }
  }
}
