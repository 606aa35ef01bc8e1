package io.plumbline.bench;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.command.ClientStatusException;
import io.camunda.zeebe.client.api.worker.JobWorker;
import io.plumbline.local.Checkout;
import io.plumbline.local.LocalZeebe;
import io.plumbline.local.ZeebeSettings;
import io.plumbline.procurement.process.ProcurementApproval;
import io.plumbline.procurement.process.ProcurementApproval.Decided;
import io.plumbline.procurement.process.ProcurementApproval.Job;
import io.plumbline.procurement.process.ProcurementApproval.Outcome;
import io.plumbline.procurement.process.ProcurementApproval.Started;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * The yardstick: the same models on a broker of its own, workers that do nothing, no database; user
 * tasks are completed by key as they appear in the record stream.
 */
@SuppressWarnings("deprecation") // this client speaks to the 8.5 broker we ship
final class RawEngine implements AutoCloseable {
  // by name: its API is on the class path of the broker only
  private static final String STREAM_EXPORTER = "io.plumbline.bench.RecordStreamExporter";
  private static final UUID SOMEBODY = UUID.randomUUID();

  private final RecordStream stream;
  private final LocalZeebe zeebe;
  private final ZeebeClient client;
  private final List<JobWorker> workers = new ArrayList<>();
  private final RawNotices notices;

  RawEngine(Path home, Checkout checkout) throws IOException {
    stream = new RecordStream();
    zeebe =
        new LocalZeebe(
            ZeebeSettings.forTests(home, checkout.zeebe())
                .with("ZEEBE_BROKER_EXPORTERS_STREAM_CLASSNAME", STREAM_EXPORTER)
                .with(
                    "ZEEBE_BROKER_EXPORTERS_STREAM_JARPATH",
                    checkout.root().resolve("bench/target/plumbline-bench.jar").toString())
                .with("ZEEBE_BROKER_EXPORTERS_STREAM_ARGS_PORT", Integer.toString(stream.port())));
    zeebe.start();
    client =
        ZeebeClient.newClientBuilder()
            .gatewayAddress(zeebe.gateway())
            .usePlaintext()
            .numJobWorkerExecutionThreads(2)
            .build();
    deploy();
    notices = new RawNotices(client);
    emptyWorkers().forEach((type, output) -> workers.add(worker(type, output)));
  }

  /** A broker that answers may still be without its partition for a moment. */
  private void deploy() {
    var giveUp = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (true) {
      try {
        var deployment =
            client
                .newDeployResourceCommand()
                .addResourceFromClasspath("bpmn/procurement/procurement-approval.bpmn")
                .addResourceFromClasspath("dmn/procurement/approval-matrix.dmn");
        RawNotices.MODELS.forEach(deployment::addResourceFromClasspath);
        deployment.send().join();
        return;
      } catch (ClientStatusException e) {
        if (System.nanoTime() > giveUp) {
          throw e;
        }
        LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      }
    }
  }

  private static Map<String, Map<String, Object>> emptyWorkers() {
    return Map.of(
        Job.CLAIM_REQUEST,
        Map.of("effective", true),
        Job.COMMIT_BUDGET,
        Map.of("commitmentId", SOMEBODY.toString(), "budgetLeftMinor", 1_000_000),
        Job.SCHEDULE_LEVEL,
        Map.of(
            "dueAt", "2099-01-01T17:00:00Z",
            "remindAt", "2099-01-01T09:00:00Z",
            "escalateAt", "2099-01-02T17:00:00Z"),
        Job.ISSUE_ORDER,
        Map.of("orderId", SOMEBODY.toString()),
        Job.SEND_ORDER,
        Map.of());
  }

  private JobWorker worker(String type, Map<String, Object> output) {
    return client
        .newWorker()
        .jobType(type)
        .handler((jobs, job) -> jobs.newCompleteCommand(job).variables(output).send())
        .fetchVariables(List.of())
        .maxJobsActive(64)
        .streamEnabled(true)
        .timeout(Duration.ofMinutes(1))
        .open();
  }

  /** One whole instance with two levels; returns when it ended. */
  Void runOne() throws InterruptedException {
    var id = UUID.randomUUID();
    stream.expect(id.toString());
    client
        .newPublishMessageCommand()
        .messageName(ProcurementApproval.Message.REQUEST_SUBMITTED)
        .correlationKey(id.toString())
        .messageId(id.toString())
        .timeToLive(Duration.ofHours(1))
        .variables(started(id))
        .send()
        .join();
    for (var task = stream.next(id.toString());
        task != RecordStream.ENDED;
        task = stream.next(id.toString())) {
      client
          .newCompleteCommand(task)
          .variables(Decided.of(Outcome.APPROVE, SOMEBODY))
          .send()
          .join();
    }
    return null;
  }

  /** The same, and its requester is told the outcome. */
  Void runOneAndTell() throws InterruptedException {
    runOne();
    notices.tell(SOMEBODY);
    return null;
  }

  /** How many were told, in words. */
  String notices() {
    return notices.text();
  }

  private static Started started(UUID id) {
    return new Started(
        UUID.randomUUID(),
        "PR-" + id,
        "200 bags of cement",
        id,
        SOMEBODY,
        1,
        Workload.AMOUNT_MINOR,
        "SAR",
        "materials",
        SOMEBODY,
        SOMEBODY,
        false);
  }

  @Override
  public void close() throws IOException {
    workers.forEach(JobWorker::close);
    notices.close();
    client.close();
    zeebe.stop();
    stream.close();
  }
}
