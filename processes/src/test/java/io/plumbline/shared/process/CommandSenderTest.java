package io.plumbline.shared.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.plumbline.inbox.TaskOutcomes.Fate;
import io.plumbline.inbox.TaskRef;
import io.plumbline.shared.process.Instruction.CompleteTask;
import io.plumbline.shared.process.Instruction.PublishMessage;
import io.plumbline.shared.process.Instruction.ResolveIncident;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CommandSenderTest {
  private static final UUID REQUEST = UUID.fromString("8d9f0c0e-0000-7000-8000-000000000001");
  private static final PublishMessage MESSAGE =
      new PublishMessage("procurement.requestSubmitted", "r1", "r1", Map.of("revision", 1));
  private static final int PARTITION = 77;
  private static final TaskRef REF =
      new TaskRef(((long) PARTITION << EngineLog.KEY_BITS) + 42, "procurement.approve", REQUEST);
  private static final CompleteTask TASK = new CompleteTask(REF, Map.of("vendorId", "v1"));
  private static final Answer GONE = new Answer.Gone("NOT_FOUND: no job 42");

  private final RelayFixture f = new RelayFixture();

  @Test
  void shouldEndCommandTheEngineAccepted() {
    var command = f.waiting(MESSAGE);
    when(f.engine.send(MESSAGE)).thenReturn(new Answer.Accepted());

    assertThat(f.sender.send(command)).isEmpty();

    assertThat(f.row(command)).containsEntry("state", "SENT").containsEntry("attempts", 1);
    assertThat(f.isScheduled(command)).isFalse();
    assertThat(f.isCountedAsWaiting(command)).isFalse();
  }

  @Test
  void shouldKeepCommandWhileTheEngineIsAway() {
    var command = f.waiting(MESSAGE);
    when(f.engine.send(MESSAGE)).thenReturn(new Answer.Later("UNAVAILABLE", true));

    assertThat(f.sender.send(command)).contains(Duration.ofMillis(250));

    assertThat(f.row(command)).containsEntry("state", "PENDING").containsEntry("attempts", 1);
    assertThat(f.isScheduled(command)).isTrue();
    assertThat(f.isCountedAsWaiting(command)).isTrue();
    verify(f.deployment).engineWasAway();
  }

  @Test
  void shouldWaitLongerWithEveryAttemptButNeverOver15Seconds() {
    var command = f.waiting(MESSAGE);
    when(f.engine.send(MESSAGE)).thenReturn(new Answer.Later("RESOURCE_EXHAUSTED", false));

    var delays = new ArrayList<Duration>();
    for (var i = 0; i < 10; i++) {
      delays.add(f.sender.send(f.store.findWaiting(command.ref()).orElseThrow()).orElseThrow());
    }

    assertThat(delays).isSorted().endsWith(Duration.ofSeconds(15), Duration.ofSeconds(15));
    assertThat(delays.get(1)).isEqualTo(Duration.ofMillis(500));
    verify(f.deployment, never()).engineWasAway();
  }

  @Test
  void shouldHoldMessagesBackUntilTheModelsAreDeployed() {
    var command = f.waiting(MESSAGE);
    when(f.deployment.done()).thenReturn(false);

    assertThat(f.sender.send(command)).isPresent();

    verify(f.engine, never()).send(any());
  }

  @Test
  void shouldShowCommandTheEngineWillNeverAccept() {
    var command = f.waiting(MESSAGE);
    when(f.engine.send(MESSAGE)).thenReturn(new Answer.Wrong("INVALID_ARGUMENT: no"));

    assertThat(f.sender.send(command)).isEmpty();

    assertThat(f.row(command))
        .containsEntry("state", "FAILED")
        .containsEntry("reason", "INVALID_ARGUMENT: no");
    assertThat(f.isCountedAsWaiting(command)).isFalse();
    assertThat(f.counted("PublishMessage", "FAILED")).isEqualTo(1);
  }

  @Test
  void shouldTakeDecisionBackThatTheEngineWillNeverAccept() {
    var command = f.waiting(TASK);
    when(f.engine.send(TASK)).thenReturn(new Answer.Wrong("INVALID_ARGUMENT: no"));

    assertThat(f.sender.send(command)).isEmpty();

    verify(f.tasks).refused(REF, "INVALID_ARGUMENT: no");
    assertThat(f.row(command)).containsEntry("state", "FAILED");
    assertThat(f.counted("CompleteTask", "FAILED")).isEqualTo(1);
  }

  @Test
  void shouldTakeDecisionBackWhenTheTaskIsLost() {
    var command = f.waiting(TASK);
    when(f.engine.send(TASK)).thenReturn(GONE);
    when(f.tasks.fateOf(REF.key())).thenReturn(Fate.LOST);

    assertThat(f.sender.send(command)).isEmpty();

    verify(f.tasks).lost(REF, CommandSender.FORMER_LOG);
    assertThat(f.row(command)).containsEntry("state", "REFUSED");
  }

  @Test
  void shouldNeverSendKeysOfAFormerLog() {
    var incident = new ResolveIncident(REF.key(), null);
    var before = Instant.parse("2026-01-01T08:00:00Z");
    var decided = f.waiting(TASK, before);
    var retried = f.waiting(incident, before);
    f.openEpoch(PARTITION, 2, before.plusSeconds(60));
    when(f.engine.send(any())).thenReturn(new Answer.Accepted());

    assertThat(f.sender.send(decided)).isEmpty();
    assertThat(f.sender.send(retried)).isEmpty();

    verify(f.engine, never()).send(any());
    verify(f.tasks).lost(REF, CommandSender.FORMER_LOG);
    assertThat(f.row(decided)).containsEntry("state", "REFUSED");
    assertThat(f.row(retried)).containsEntry("state", "REFUSED");

    assertThat(f.sender.send(f.waiting(TASK))).isEmpty();
    verify(f.engine).send(TASK);
  }

  @Test
  void shouldSendKeysOfTheFirstLogAndOfOtherPartitions() {
    var before = Instant.parse("2026-01-01T08:00:00Z");
    var incident = new ResolveIncident(78L << EngineLog.KEY_BITS, null);
    f.openEpoch(78, 1, before.plusSeconds(60));
    f.openEpoch(PARTITION, 3, before.plusSeconds(90));
    when(f.engine.send(incident)).thenReturn(new Answer.Accepted());

    assertThat(f.sender.send(f.waiting(incident, before))).isEmpty();

    verify(f.engine).send(incident);
  }

  @Test
  void shouldTakeGoneTaskAsDoneWhenAnEarlierAttemptCompletedIt() {
    var command = f.waiting(TASK);
    when(f.engine.send(TASK)).thenReturn(GONE);
    when(f.tasks.fateOf(REF.key())).thenReturn(Fate.COMPLETED);

    assertThat(f.sender.send(command)).isEmpty();

    assertThat(f.row(command)).containsEntry("state", "SENT");
    verify(f.tasks, never()).refused(any(), anyString());
  }

  @Test
  void shouldAskAgainWhenTheReadModelIsBehind() {
    var command = f.waiting(TASK);
    when(f.engine.send(TASK)).thenReturn(GONE);
    when(f.tasks.fateOf(REF.key())).thenReturn(Fate.OPEN);

    assertThat(f.sender.send(command)).isPresent();

    assertThat(f.row(command)).containsEntry("state", "PENDING");
  }

  @Test
  void shouldTakeDecisionBackWhenTheTaskWasCanceledBefore() {
    var command = f.waiting(TASK);
    when(f.engine.send(TASK)).thenReturn(GONE);
    when(f.tasks.fateOf(REF.key())).thenReturn(Fate.CANCELED);

    assertThat(f.sender.send(command)).isEmpty();

    verify(f.tasks).refused(REF, "NOT_FOUND: no job 42");
    assertThat(f.row(command)).containsEntry("state", "REFUSED");
  }

  @Test
  void shouldNotNoteRefusalWhenTheEffectCouldNotBeTakenBack() {
    var command = f.waiting(TASK);
    when(f.engine.send(TASK)).thenReturn(GONE);
    when(f.tasks.fateOf(REF.key())).thenReturn(Fate.CANCELED);
    doThrow(new IllegalStateException("no")).when(f.tasks).refused(any(), anyString());

    assertThatThrownBy(() -> f.sender.send(command)).hasMessage("no");

    assertThat(f.row(command)).containsEntry("state", "PENDING");
    assertThat(f.isScheduled(command)).isTrue();
  }

  @Test
  void shouldTakeGoneIncidentAsResolved() {
    var incident = new ResolveIncident(7, 8L);
    var command = f.waiting(incident);
    when(f.engine.send(incident)).thenReturn(GONE);

    assertThat(f.sender.send(command)).isEmpty();

    assertThat(f.row(command)).containsEntry("state", "SENT");
  }
}
