package io.plumbline.shared.process;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.plumbline.database.EmbeddedDatabase;
import io.plumbline.identity.Callers;
import io.plumbline.identity.TenantId;
import io.plumbline.identity.Tenants;
import io.plumbline.inbox.TaskOutcomes;
import io.plumbline.operations.Retention;
import io.plumbline.shared.Ids;
import io.plumbline.shared.Timestamps;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The relay on the real database, with an engine that answers what a test says. */
final class RelayFixture {
  final EmbeddedDatabase database = EmbeddedDatabase.shared();
  final TenantId tenant = new TenantId(database.newTenant());
  final DataSource source = database.app(tenant.value());
  final JdbcClient jdbc = JdbcClient.create(source);
  final Clock clock = Clock.systemUTC();
  final TransactionTemplate transaction =
      new TransactionTemplate(new DataSourceTransactionManager(source));
  final EngineGateway engine = mock(EngineGateway.class);
  final Deployment deployment = mock(Deployment.class);
  final Callers callers = new Callers(List.of());
  final Tenants tenants = mock(Tenants.class);
  final TenantId otherTenant = new TenantId(UUID.randomUUID());
  final TaskOutcomes tasks = mock(TaskOutcomes.class);
  final Retention retention = mock(Retention.class);
  final EngineCommandStore store =
      new EngineCommandStore(jdbc, JsonMapper.builder().build(), clock);
  final MeterRegistry metrics = new SimpleMeterRegistry();
  final CommandSender sender =
      new CommandSender(
          engine,
          deployment,
          new EngineLog(jdbc),
          tasks,
          new CommandEnds(store, tasks, transaction, metrics));

  RelayFixture() {
    when(deployment.done()).thenReturn(true);
  }

  CommandRelay relay(TenantUpkeep... upkeeps) {
    when(tenants.all()).thenReturn(List.of(tenant, otherTenant));
    var upkeep = new Upkeep(List.of(upkeeps), retention, tenants, callers);
    return new CommandRelay(sender, store, callers, clock, source, upkeep);
  }

  EngineCommands commands(Optional<CommandRelay> relay) {
    return new EngineCommands(store, relay, new Ids(), clock);
  }

  /** A command that waits since {@code createdAt}, due at once for the scheduler. */
  EngineCommand waiting(Instruction instruction, Instant createdAt) {
    var command = new EngineCommand(UUID.randomUUID(), tenant, instruction, createdAt, 0);
    store.add(command, createdAt);
    return command;
  }

  EngineCommand waiting(Instruction instruction) {
    return waiting(instruction, clock.instant());
  }

  Map<String, Object> row(EngineCommand command) {
    return jdbc.sql("select state, attempts, reason from app.engine_command where id = ?")
        .param(command.id())
        .query()
        .singleRow();
  }

  double counted(String kind, String outcome) {
    return metrics.counter("plumbline.engine.commands", "kind", kind, "outcome", outcome).count();
  }

  /** The exporter found another log of this partition. */
  void openEpoch(int partition, int epoch, Instant at) {
    JdbcClient.create(database.owner())
        .sql(
            """
            insert into engine.epoch
              (partition_id, epoch, incarnation, first_position, first_record_at, opened_at, reason)
            values (:partition, :epoch, gen_random_uuid(), 1, :at, :at, 'the engine''s log was reset')
            """)
        .param("partition", partition)
        .param("epoch", epoch)
        .param("at", Timestamps.of(at))
        .update();
  }

  boolean isScheduled(EngineCommand command) {
    return count(
            "select count(*) from app.scheduled_tasks where task_instance = ?",
            command.ref().taskInstance())
        > 0;
  }

  boolean isCountedAsWaiting(EngineCommand command) {
    return count("select count(*) from app.waiting_command where command_id = ?", command.id()) > 0;
  }

  private long count(String sql, Object parameter) {
    return jdbc.sql(sql).param(parameter).query(Long.class).single();
  }
}
