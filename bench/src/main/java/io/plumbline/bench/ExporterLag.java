package io.plumbline.bench;

import io.camunda.zeebe.client.ZeebeClient;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * From a record's timestamp in the engine until its row is committed, and what an outage does to
 * it.
 */
@SuppressWarnings("deprecation") // this client speaks to the 8.5 broker we ship
final class ExporterLag implements Figure {
  private static final int PER_SECOND = 50;
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration MEASURED = Duration.ofSeconds(40);
  private static final int IN_OUTAGE = 1_500;

  @Override
  public String name() {
    return "exporter";
  }

  @Override
  public List<Result> measure(BenchSystem system) throws Exception {
    try (var client =
        ZeebeClient.newClientBuilder()
            .gatewayAddress(system.zeebe().gateway())
            .usePlaintext()
            .build()) {
      deploy(client);
      return List.of(lag(system, client), outage(system, client));
    }
  }

  private static void deploy(ZeebeClient client) {
    client
        .newDeployResourceCommand()
        .addProcessModel(
            io.camunda.zeebe.model.bpmn.Bpmn.createExecutableProcess("bench-lag")
                .startEvent()
                .userTask("First", task -> task.zeebeCandidateGroups("bench").zeebeFormKey("bench"))
                .endEvent()
                .done(),
            "bench-lag.bpmn")
        .send()
        .join();
  }

  private static void create(ZeebeClient client, UUID tenant) {
    client
        .newCreateInstanceCommand()
        .bpmnProcessId("bench-lag")
        .latestVersion()
        .variables(Map.of("tenantId", tenant.toString(), "title", "Bench"))
        .send()
        .join();
  }

  private static Result lag(BenchSystem system, ZeebeClient client) throws SQLException {
    var tenant = UUID.randomUUID();
    Paced.run(PER_SECOND, WARM_UP.plus(MEASURED), () -> create(client, tenant));
    var lags = new Latencies();
    try (var connection = system.owner();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select extract(epoch from pg_xact_commit_timestamp(xmin) - created_at) * 1e9
                  from engine.user_task
                 where tenant_id = '%s'
                   and created_at > (select min(created_at) + interval '%d seconds'
                                       from engine.user_task where tenant_id = '%s')
                """
                    .formatted(tenant, WARM_UP.toSeconds(), tenant))) {
      while (rows.next()) {
        lags.add(Duration.ofNanos((long) rows.getDouble(1)));
      }
    }
    return new Result(
        "exporter lag",
        "p99 <= 100 ms at 50 instances/s",
        lags.text(),
        lags.percentile(0.99) <= 100,
        "%d instances/s for %d s; from the timestamp of the task's record (whole milliseconds) to the"
                .formatted(PER_SECOND, MEASURED.toSeconds())
            + " commit timestamp of its row");
  }

  private static Result outage(BenchSystem system, ZeebeClient client) throws Exception {
    var tenant = UUID.randomUUID();
    var third = IN_OUTAGE / 3;
    for (int i = 0; i < third; i++) {
      create(client, tenant);
    }
    system.postgres().kill();
    for (int i = 0; i < third; i++) {
      create(client, tenant);
    }
    system.postgres().start();
    var back = System.nanoTime();
    for (int i = 0; i < IN_OUTAGE - 2 * third; i++) {
      create(client, tenant);
    }
    var sql = "select count(*) from engine.user_task where tenant_id = '%s'".formatted(tenant);
    var seen = system.count(sql);
    var giveUp = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (seen < IN_OUTAGE && System.nanoTime() < giveUp) {
      Thread.onSpinWait();
      seen = system.count(sql);
    }
    return new Result(
        "catching up after an outage of PostgreSQL",
        "without loss",
        String.format(
            Locale.ROOT,
            "%d of %d rows, complete %.1f s after PostgreSQL was back",
            seen,
            IN_OUTAGE,
            (System.nanoTime() - back) / 1e9),
        seen == IN_OUTAGE,
        "PostgreSQL killed with -9 while instances are created, started again after %d more"
            .formatted(third));
  }
}
