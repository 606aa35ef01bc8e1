package io.plumbline.shared.worker;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.command.FinalCommandStep;
import io.camunda.zeebe.client.api.response.ActivatedJob;
import io.camunda.zeebe.client.api.worker.JobWorker;
import io.micrometer.core.instrument.MeterRegistry;
import io.plumbline.identity.Callers;
import io.plumbline.shared.process.EngineConnection;
import io.plumbline.shared.process.NodeRole;
import io.plumbline.shared.process.OnNodeRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Opens all workers of this node and passes jobs to them. The engine pushes jobs (streaming);
 * polling only picks up what was left over. At shutdown running jobs may end first.
 */
@Component
@OnNodeRole(NodeRole.WORKER)
@SuppressWarnings("deprecation") // the client line that speaks to 8.5 brokers
class WorkerRuntime implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(WorkerRuntime.class);
  private static final Duration POLL = Duration.ofMillis(500);

  private final ZeebeClient client;
  private final List<JobRunner<?>> runners;
  private final WorkerSettings settings;
  private final JobReports reports = new JobReports();
  private final AtomicInteger running = new AtomicInteger();
  private final List<JobWorker> open = new ArrayList<>();

  WorkerRuntime(
      EngineConnection engine,
      List<Worker<?, ?>> workers,
      JsonMapper json,
      Callers callers,
      WorkerSettings settings,
      MeterRegistry metrics) {
    this.client = engine.client();
    this.settings = settings;
    this.runners = new ArrayList<>();
    for (var worker : workers) {
      runners.add(new JobRunner<>(worker, json, callers, settings, metrics));
    }
    requireDistinctTypes();
  }

  @Override
  public void start() {
    runners.forEach(runner -> open.add(open(runner)));
    log.info("{} workers are open", open.size());
  }

  @Override
  public void stop() {
    open.forEach(JobWorker::close);
    open.clear();
    var end = System.nanoTime() + settings.drain().toNanos();
    while (running.get() + reports.open() > 0 && System.nanoTime() < end) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }

  @Override
  public boolean isRunning() {
    return !open.isEmpty();
  }

  private JobWorker open(JobRunner<?> runner) {
    return client
        .newWorker()
        .jobType(runner.type())
        .handler((unused, job) -> handle(runner, job))
        .maxJobsActive(settings.maxJobs())
        .timeout(settings.jobTimeout())
        .fetchVariables(runner.input().variables())
        .streamEnabled(true)
        .pollInterval(POLL)
        .open();
  }

  private void handle(JobRunner<?> runner, ActivatedJob job) {
    running.incrementAndGet();
    try {
      var result =
          runner.run(
              new Job(
                  job.getKey(), job.getProcessInstanceKey(), job.getRetries(), job.getVariables()));
      reports.send(report(job.getKey(), result), job.getKey(), job.getDeadline());
    } finally {
      running.decrementAndGet();
    }
  }

  private FinalCommandStep<?> report(long key, JobResult result) {
    return switch (result) {
      case JobResult.Completed done -> client.newCompleteCommand(key).variables(done.variables());
      case JobResult.ErrorThrown error ->
          client
              .newThrowErrorCommand(key)
              .errorCode(error.code())
              .errorMessage(error.message())
              .variables(error.variables());
      case JobResult.Failed failed ->
          client
              .newFailCommand(key)
              .retries(failed.retries())
              .retryBackoff(failed.backoff())
              .errorMessage(failed.message());
    };
  }

  private void requireDistinctTypes() {
    var seen = new HashSet<String>();
    for (var runner : runners) {
      if (!seen.add(runner.type())) {
        throw new IllegalStateException("Two workers take jobs of type " + runner.type());
      }
    }
  }
}
