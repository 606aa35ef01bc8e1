package io.plumbline.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.CoreTest;
import io.plumbline.TestReadModel;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
class ReadModelChangesTest {
  private final UUID tenant = UUID.randomUUID();
  private final BlockingQueue<ReadModelChange> heard = new LinkedBlockingQueue<>();
  private final ReadModelChanges changes;
  private final JdbcClient app;
  private ReadModelChanges.@Nullable Subscription subscription;

  ReadModelChangesTest(ReadModelChanges changes, JdbcClient app) {
    this.changes = changes;
    this.app = app;
  }

  @BeforeEach
  void subscribe() throws InterruptedException {
    subscription = changes.subscribe(tenant, heard::add);
    // the node's listener may still be connecting: repeat until the first arrives, then drain
    while (heard.poll(200, TimeUnit.MILLISECONDS) == null) {
      notify("{\"tenants\":[\"" + tenant + "\"],\"instances\":[]}");
    }
    while (heard.poll(200, TimeUnit.MILLISECONDS) != null) {}
  }

  @AfterEach
  void unsubscribe() {
    if (subscription != null) {
      subscription.close();
    }
  }

  @Test
  void shouldTellWhichInstancesChanged() throws InterruptedException {
    notify("{\"tenants\":[\"" + tenant + "\"],\"instances\":[7,8]}");

    assertThat(next()).isEqualTo(new ReadModelChange(tenant, Set.of(7L, 8L)));
  }

  @Test
  void shouldTellThatMoreChangedThanIsNamed() throws InterruptedException {
    notify("{\"tenants\":[\"" + tenant + "\"],\"instances\":[7],\"more\":true}");

    assertThat(next()).isEqualTo(new ReadModelChange(tenant, Set.of()));
  }

  @Test
  void shouldNotTellChangesOfOtherTenants() throws InterruptedException {
    notify("{\"tenants\":[\"" + UUID.randomUUID() + "\"],\"instances\":[6]}");
    notify("{\"tenants\":[\"" + tenant + "\"],\"instances\":[7]}");

    assertThat(next().instances()).containsExactly(7L);
  }

  @Test
  void shouldTellEveryChange() throws InterruptedException {
    var told = new java.util.HashSet<Long>();
    for (var i = 1; i <= 200; i++) {
      notify("{\"tenants\":[\"" + tenant + "\"],\"instances\":[" + i + "]}");
    }

    while (told.size() < 200) {
      told.addAll(next().instances());
    }
    assertThat(told).hasSize(200);
  }

  @Test
  void shouldSurviveBrokenListenerAndOddPayload() throws InterruptedException {
    var broken =
        changes.subscribe(
            tenant,
            change -> {
              throw new IllegalStateException("broken on purpose");
            });
    notify("not json");
    assertThat(next().instances()).isEmpty();

    notify("{\"tenants\":[\"" + tenant + "\"],\"instances\":[7]}");
    assertThat(next().instances()).containsExactly(7L);
    broken.close();
  }

  @Test
  void shouldReconnectAndTellThatSomethingMayHaveBeenMissed() throws InterruptedException {
    app.sql(
            "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'plumbline listens: engine' and datname = current_database()")
        .query(Boolean.class)
        .list();

    assertThat(next()).isEqualTo(new ReadModelChange(tenant, Set.of()));
    notify("{\"tenants\":[\"" + tenant + "\"],\"instances\":[9]}");
    assertThat(next().instances()).containsExactly(9L);
  }

  @Test
  void shouldNotCallAfterClose() throws InterruptedException {
    var other = new LinkedBlockingQueue<ReadModelChange>();
    var later = changes.subscribe(tenant, other::add);
    if (subscription != null) {
      subscription.close();
    }

    notify("{\"tenants\":[\"" + tenant + "\"],\"instances\":[7]}");

    assertThat(other.poll(5, TimeUnit.SECONDS)).isNotNull();
    assertThat(heard).isEmpty();
    later.close();
  }

  @Test
  void shouldNeverOverlapCallsOfOneListener() throws InterruptedException {
    var release = new CountDownLatch(1);
    var calls = new LinkedBlockingQueue<List<Long>>();
    var slow =
        changes.subscribe(
            tenant,
            change -> {
              calls.add(List.copyOf(change.instances()));
              await(release);
            });
    notify("{\"tenants\":[\"" + tenant + "\"],\"instances\":[1]}");
    assertThat(calls.poll(5, TimeUnit.SECONDS)).containsExactly(1L);
    assertThat(next().instances()).containsExactly(1L);

    notify("{\"tenants\":[\"" + tenant + "\"],\"instances\":[2]}");
    notify("{\"tenants\":[\"" + tenant + "\"],\"instances\":[3]}");
    var seen = new java.util.HashSet<Long>();
    while (!seen.contains(3L)) {
      seen.addAll(next().instances());
    }
    assertThat(calls).isEmpty();

    release.countDown();
    assertThat(calls.poll(5, TimeUnit.SECONDS)).containsExactlyInAnyOrder(2L, 3L);
    slow.close();
  }

  private ReadModelChange next() throws InterruptedException {
    var change = heard.poll(10, TimeUnit.SECONDS);
    assertThat(change).as("change within 10 s").isNotNull();
    return java.util.Objects.requireNonNull(change);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void notify(String payload) {
    TestReadModel.jdbc()
        .sql("select pg_notify('engine', ?)")
        .param(payload)
        .query((rs, number) -> true)
        .list();
  }
}
