package io.plumbline.shared.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.plumbline.database.EmbeddedDatabase;
import java.time.Clock;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.jdbc.core.JdbcTemplate;

class DeploymentTest {
  private final EmbeddedDatabase database = EmbeddedDatabase.shared().fresh();
  private final JdbcTemplate owner = template(database.owner());
  private final DeploymentRecord record =
      new DeploymentRecord(template(database.app()), Clock.systemUTC());
  private final EngineGateway engine = mock(EngineGateway.class);
  private final EngineConnection connection = mock(EngineConnection.class);
  private final Deployment deployment = new Deployment(engine, record, connection);

  @AfterEach
  void stop() {
    deployment.stop();
  }

  @Test
  void shouldTryUntilTheEngineTakesTheModels() {
    when(engine.deploy(any()))
        .thenReturn(new Answer.Later("UNAVAILABLE", true), new Answer.Accepted());

    deployment.start();

    await().until(deployment::done);
    verify(engine, atLeast(2)).deploy(any());
    assertThat(record.newestRelease()).isEqualTo(Release.ofClassPath().number());
  }

  @Test
  void shouldLeaveNewerModelsAlone() {
    owner.update("insert into app.deployment values (1000000, 'newer', now())");

    deployment.start();

    await().until(deployment::done);
    verify(engine, never()).deploy(any());
  }

  @Test
  void shouldDeployAgainWhenTheEngineWasAway() {
    when(engine.deploy(any())).thenReturn(new Answer.Accepted());
    deployment.start();
    await().until(deployment::done);

    deployment.engineWasAway();

    assertThat(deployment.done()).isFalse();
    await().until(deployment::done);
    verify(engine, atLeast(2)).deploy(any());
  }

  @Test
  void shouldDeployAgainWhenTheConnectionBroke() {
    when(engine.deploy(any())).thenReturn(new Answer.Accepted());
    deployment.start();
    await().until(deployment::done);
    var broken = ArgumentCaptor.forClass(Runnable.class);
    verify(connection).whenBroken(broken.capture());

    broken.getValue().run();

    assertThat(deployment.done()).isFalse();
    await().until(deployment::done);
    verify(engine, atLeast(2)).deploy(any());
  }

  @Test
  void shouldNotTrustDeploymentDuringWhichTheConnectionBroke() {
    when(engine.deploy(any()))
        .thenAnswer(
            call -> {
              deployment.engineWasAway();
              return new Answer.Accepted();
            })
        .thenReturn(new Answer.Accepted());

    deployment.start();

    await().until(deployment::done);
    verify(engine, atLeast(2)).deploy(any());
  }

  @Test
  void shouldGoOnAfterWhateverWentWrong() {
    when(engine.deploy(any()))
        .thenThrow(new IllegalStateException("no"))
        .thenReturn(new Answer.Accepted());

    deployment.start();

    await().until(deployment::done);
  }

  @Test
  void shouldDeployAgainWhenTheEngineStartedANewLog() {
    when(engine.deploy(any())).thenReturn(new Answer.Accepted());
    deployment.start();
    await().until(deployment::done);

    owner.update(
        """
        insert into engine.epoch
          (partition_id, epoch, incarnation, first_position, first_record_at, reason)
        values (1, 7, gen_random_uuid(), 1, now(), 'log was reset')
        """);

    await().untilAsserted(() -> verify(engine, atLeast(2)).deploy(any()));
  }

  @Test
  void shouldLetOneNodeDeployAtATime() {
    var other = new DeploymentRecord(template(database.app()), Clock.systemUTC());

    var inner = record.underLock(() -> other.underLock(() -> true));

    assertThat(inner).isFalse();
    assertThat(other.underLock(() -> true)).isTrue();
  }

  private static JdbcTemplate template(DataSource source) {
    return new JdbcTemplate(source);
  }
}
