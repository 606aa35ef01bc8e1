package io.plumbline.shared.worker;

import io.camunda.zeebe.client.api.command.ClientStatusException;
import io.camunda.zeebe.client.api.command.FinalCommandStep;
import io.grpc.Status;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the engine how jobs ended, again while it is away, but not longer than a job is ours: then
 * the engine hands the job out again and the step finds its own result.
 */
@SuppressWarnings("deprecation") // the client line that speaks to 8.5 brokers
final class JobReports {
  private static final Logger log = LoggerFactory.getLogger(JobReports.class);
  private static final Set<Status.Code> PASSING =
      Set.of(
          Status.Code.UNAVAILABLE, Status.Code.RESOURCE_EXHAUSTED, Status.Code.DEADLINE_EXCEEDED);
  private static final Duration FIRST_DELAY = Duration.ofMillis(50);
  private static final int DOUBLINGS = 6;

  private final AtomicInteger open = new AtomicInteger();

  /** Sends the report without waiting; {@code deadline} in milliseconds of the epoch. */
  void send(FinalCommandStep<?> report, long jobKey, long deadline) {
    open.incrementAndGet();
    attempt(report, jobKey, deadline, 0);
  }

  /** Reports on their way. */
  int open() {
    return open.get();
  }

  private void attempt(FinalCommandStep<?> report, long jobKey, long deadline, int attempts) {
    var unused =
        report
            .send()
            .whenComplete((ok, failure) -> ended(report, jobKey, deadline, attempts, failure));
  }

  private void ended(
      FinalCommandStep<?> report,
      long jobKey,
      long deadline,
      int attempts,
      @Nullable Throwable failure) {
    if (failure == null) {
      open.decrementAndGet();
      return;
    }
    var delay = FIRST_DELAY.toMillis() << Math.min(attempts, DOUBLINGS);
    if (passes(failure) && System.currentTimeMillis() + delay < deadline) {
      CompletableFuture.delayedExecutor(delay, TimeUnit.MILLISECONDS)
          .execute(() -> attempt(report, jobKey, deadline, attempts + 1));
      return;
    }
    open.decrementAndGet();
    log.info("The engine did not take the report on job {}: {}", jobKey, failure.getMessage());
  }

  private static boolean passes(Throwable failure) {
    return failure instanceof ClientStatusException e && PASSING.contains(e.getStatusCode());
  }
}
