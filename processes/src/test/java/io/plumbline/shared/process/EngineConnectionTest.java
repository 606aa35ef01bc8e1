package io.plumbline.shared.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EngineConnectionTest {
  @Test
  void shouldTellWhenTheEngineGoesAway() throws IOException {
    var server =
        Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create()).build().start();
    try (var connection = connectTo("127.0.0.1:" + server.getPort())) {
      await().until(connection::isUp);
      var broken = new AtomicInteger();
      connection.whenBroken(broken::incrementAndGet);
      assertThat(broken).hasValue(0);

      server.shutdownNow();

      await().untilAsserted(() -> assertThat(broken).hasPositiveValue());
    } finally {
      server.shutdownNow();
    }
  }

  private static EngineConnection connectTo(String address) {
    return new EngineConnection(new EngineSettings(address, true, Duration.ofSeconds(5), 1));
  }
}
