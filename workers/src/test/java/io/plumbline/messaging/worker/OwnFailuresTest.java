package io.plumbline.messaging.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.plumbline.messaging.ProviderAway;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OwnFailuresTest {
  private static final ProviderAway AWAY = new ProviderAway("away", null);
  private static final RuntimeException BROKEN = new IllegalStateException("broken");

  @Test
  void shouldCountFailuresFromTheFirst() {
    assertThat(count(new TaskInstance<>("task", "1"), BROKEN)).isEqualTo(1);
    assertThat(count(new TaskInstance<>("task", "1", 6), BROKEN)).isEqualTo(7);
  }

  @Test
  void shouldNotCountHowOftenATaskWaited() {
    assertThat(count(new TaskInstance<>("task", "1"), AWAY)).isZero();
    assertThat(count(new TaskInstance<>("task", "1", 6), AWAY)).isEqualTo(6);
  }

  /** The scheduler itself counts a hundred. */
  private static int count(TaskInstance<Integer> task, Throwable cause) {
    var now = Instant.EPOCH;
    var execution = new Execution(now, task, true, "node", null, null, 100, now, 1);
    return OwnFailures.of(
        ExecutionComplete.failure(execution, now, now, cause), ProviderAway.class);
  }
}
