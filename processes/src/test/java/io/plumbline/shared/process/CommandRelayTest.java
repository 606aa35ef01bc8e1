package io.plumbline.shared.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.plumbline.inbox.TaskRef;
import io.plumbline.shared.process.Instruction.CompleteTask;
import io.plumbline.shared.process.Instruction.PublishMessage;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommandRelayTest {
  private static final Answer LATER = new Answer.Later("UNAVAILABLE", true);

  private final RelayFixture f = new RelayFixture();
  private final CommandRelay relay = f.relay();
  private final EngineCommands commands = f.commands(Optional.of(relay));
  private final PublishMessage message = message();

  @BeforeEach
  void start() {
    f.jdbc.sql("delete from app.scheduled_tasks where task_name = 'retention'").update();
    relay.start();
  }

  @AfterEach
  void stop() {
    relay.stop();
  }

  @Test
  void shouldSendRightAfterTheCommit() {
    when(f.engine.send(message)).thenReturn(new Answer.Accepted());

    f.transaction.executeWithoutResult(status -> commands.tell(f.tenant, message));

    await().atMost(Duration.ofSeconds(5)).until(() -> "SENT".equals(state(message)));
  }

  @Test
  void shouldSendNothingOfATransactionThatWasRolledBack() {
    f.transaction.executeWithoutResult(
        status -> {
          commands.tell(f.tenant, message);
          status.setRollbackOnly();
        });
    var other = message();
    when(f.engine.send(other)).thenReturn(new Answer.Accepted());
    f.transaction.executeWithoutResult(status -> commands.tell(f.tenant, other));

    await().until(() -> "SENT".equals(state(other)));
    verify(f.engine, never()).send(message);
    assertThat(state(message)).isEqualTo("none");
  }

  @Test
  void shouldRepeatUntilTheEngineIsBack() {
    when(f.engine.send(message)).thenReturn(LATER, LATER, new Answer.Accepted());

    f.transaction.executeWithoutResult(status -> commands.tell(f.tenant, message));

    await().atMost(Duration.ofSeconds(10)).until(() -> "SENT".equals(state(message)));
    await().until(() -> scheduled() == 0);
  }

  @Test
  void shouldSendWhatANodeThatDiedLeftBehind() {
    when(f.engine.send(message)).thenReturn(new Answer.Accepted());

    var command = f.waiting(message, f.clock.instant().minusSeconds(60));

    await().until(() -> !f.isScheduled(command));
    assertThat(f.row(command)).containsEntry("state", "SENT");
    assertThat(f.isCountedAsWaiting(command)).isFalse();
  }

  @Test
  void shouldForgetEntryOfCommandThatWasSentMeanwhile() {
    var command = f.waiting(message, f.clock.instant().plusSeconds(3600));
    f.jdbc
        .sql("update app.engine_command set state = 'SENT' where id = ?")
        .param(command.id())
        .update();
    f.jdbc
        .sql("update app.scheduled_tasks set execution_time = now() where task_instance = ?")
        .param(command.ref().taskInstance())
        .update();

    await().until(() -> !f.isScheduled(command));
    verify(f.engine, never()).send(any());
  }

  @Test
  void shouldRemoveOldRecordsNowAndThen() {
    verify(f.retention, timeout(5_000)).apply();
  }

  @Test
  void shouldRefuseReservedVariablesOfPeople() {
    assertThatThrownBy(
            () ->
                new CompleteTask(new TaskRef(1, "f", null), Map.of("tenantId", UUID.randomUUID())))
        .hasMessageContaining("[tenantId]");
  }

  private String state(PublishMessage message) {
    return f.jdbc
        .sql("select state from app.engine_command where subject = ?")
        .param(message.subject())
        .query(String.class)
        .optional()
        .orElse("none");
  }

  private long scheduled() {
    return f.jdbc
        .sql("select count(*) from app.scheduled_tasks where task_instance like ?")
        .param(f.tenant + "/%")
        .query(Long.class)
        .single();
  }

  private static PublishMessage message() {
    var id = UUID.randomUUID().toString();
    return new PublishMessage("procurement.requestSubmitted", id, id, Map.of("revision", 1));
  }
}
