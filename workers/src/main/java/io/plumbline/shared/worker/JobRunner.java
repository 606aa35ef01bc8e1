package io.plumbline.shared.worker;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Callers;
import io.plumbline.identity.TenantId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Runs the jobs of one worker: for the job's tenant, measured, every end turned into a result. */
final class JobRunner<I extends Record> {
  private static final Logger log = LoggerFactory.getLogger(JobRunner.class);
  private static final int LONGEST_MESSAGE = 500;

  private final Worker<I, ?> worker;
  private final JobInput<I> input;
  private final JsonMapper json;
  private final Callers callers;
  private final WorkerSettings settings;
  private final MeterRegistry metrics;

  JobRunner(
      Worker<I, ?> worker,
      JsonMapper json,
      Callers callers,
      WorkerSettings settings,
      MeterRegistry metrics) {
    this.worker = worker;
    this.input = JobInput.of(worker, json);
    this.json = json;
    this.callers = callers;
    this.settings = settings;
    this.metrics = metrics;
  }

  String type() {
    return worker.type();
  }

  JobInput<I> input() {
    return input;
  }

  JobResult run(Job job) {
    var timer = Timer.start(metrics);
    var result = attempt(job);
    timer.stop(metrics.timer("plumbline.jobs", "type", type(), "outcome", result.outcome()));
    log.debug(
        "{} {} (job {}, instance {})",
        type(),
        result.outcome(),
        job.key(),
        job.processInstanceKey());
    return result;
  }

  private JobResult attempt(Job job) {
    try {
      var variables = input.variables(job);
      var tenant = Caller.system(new TenantId(input.tenant(variables)));
      return new JobResult.Completed(
          text(callers.call(tenant, () -> worker.work(input.read(variables)))));
    } catch (BpmnError e) {
      return new JobResult.ErrorThrown(
          e.code(), bounded(e), json.writeValueAsString(e.variables()));
    } catch (
        RuntimeException e) { // the one place: whatever escapes a step is the engine's to retry
      return failed(job, e);
    }
  }

  private JobResult failed(Job job, RuntimeException e) {
    if (DatabaseAway.isCauseOf(e)) {
      log.info("{} waits for the database (job {})", type(), job.key());
      return new JobResult.Failed(bounded(e), job.retries(), settings.awayBackoff());
    }
    var left = job.retries() - 1;
    log.warn(
        "{} failed, {} attempts left (job {}, instance {})",
        type(),
        left,
        job.key(),
        job.processInstanceKey(),
        e);
    return new JobResult.Failed(bounded(e), left, settings.backoff(job.retries()));
  }

  private String text(@Nullable Object output) {
    return json.writeValueAsString(output == null ? Map.of() : output);
  }

  private static String bounded(RuntimeException e) {
    var message = e.getClass().getSimpleName() + ": " + e.getMessage();
    return message.substring(0, Math.min(message.length(), LONGEST_MESSAGE));
  }
}
