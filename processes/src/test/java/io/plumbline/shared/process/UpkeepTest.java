package io.plumbline.shared.process;

import static org.awaitility.Awaitility.await;

import io.plumbline.identity.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UpkeepTest {
  private final RelayFixture f = new RelayFixture();
  private final Rounds rounds = new Rounds();
  private final CommandRelay relay = f.relay(rounds);

  @AfterEach
  void stop() {
    relay.stop();
  }

  @Test
  void shouldVisitEveryTenantAgainAndAgainWhateverHappensInOne() {
    relay.start();

    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                rounds.visited.size() >= 4
                    && rounds
                        .visited
                        .subList(0, 4)
                        .equals(List.of(f.tenant, f.otherTenant, f.tenant, f.otherTenant)));
  }

  /** Notes whom it visits, and fails for the first tenant. */
  private final class Rounds implements TenantUpkeep {
    final List<TenantId> visited = new CopyOnWriteArrayList<>();
    private final String name = "rounds-" + UUID.randomUUID();

    @Override
    public String name() {
      return name;
    }

    @Override
    public Duration every() {
      return Duration.ofMillis(50);
    }

    @Override
    public void visit() {
      var tenant = f.callers.current().tenant();
      visited.add(tenant);
      if (tenant.equals(f.tenant)) {
        throw new IllegalStateException("no");
      }
    }
  }
}
