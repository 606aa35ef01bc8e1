package io.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import io.plumbline.app.SystemFigures.Backlog;
import io.plumbline.app.SystemFigures.Figures;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.QueryTimeoutException;

class ReadModelHealthTest {
  private final SystemFigures figures = mock();
  private final ReadModelHealth health = new ReadModelHealth(figures);

  @Test
  void shouldBeUpWhenNothingIsBehind() {
    given(figures.now()).willReturn(figures(0.1, 0, 0));
    assertThat(status()).isEqualTo(Status.UP);
  }

  @Test
  void shouldBeDegradedWhenBehindOrIncomplete() {
    given(figures.now()).willReturn(figures(60, 0, 0), figures(0, 1, 0));
    assertThat(status()).isEqualTo(EngineHealth.DEGRADED);
    assertThat(status()).isEqualTo(EngineHealth.DEGRADED);
  }

  @Test
  void shouldNotLookHealthyWhenTheExporterStandsStill() {
    given(figures.now()).willReturn(figures(0.1, 0, 3));
    assertThat(status()).isEqualTo(EngineHealth.DEGRADED);
  }

  @Test
  void shouldBeDownWithoutDatabase() {
    given(figures.now()).willThrow(new QueryTimeoutException("away"));
    assertThat(status()).isEqualTo(Status.DOWN);
  }

  private Status status() {
    return health.health().getStatus();
  }

  private static Figures figures(double lag, long failures, long unconfirmed) {
    var nothing = new Backlog(0, 0);
    return new Figures(Instant.EPOCH, nothing, nothing, lag, failures, 0, unconfirmed);
  }
}
