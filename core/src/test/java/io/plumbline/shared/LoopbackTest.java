package io.plumbline.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackTest {
  @Test
  void shouldKnowRequestsOfThisMachine() {
    assertThat(isOrigin("127.0.0.1", "127.0.0.1")).isTrue();
    assertThat(isOrigin("0:0:0:0:0:0:0:1", "::1")).isTrue();
  }

  @Test
  void shouldNotTakeOthersForThisMachine() {
    assertThat(isOrigin("192.0.2.1", "127.0.0.1")).isFalse();
    assertThat(isOrigin("127.0.0.1", "172.18.0.5")).isFalse();
    assertThat(isOrigin("", "127.0.0.1")).isFalse();
    assertThat(isOrigin(null, "127.0.0.1")).isFalse();
    assertThat(isOrigin("not:an:address", "127.0.0.1")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Forwarded", "X-Forwarded-For", "X-Forwarded-Proto", "X-Real-IP", "Via"})
  void shouldNotTakeProxiedRequestsForOurOwn(String header) {
    assertThat(Loopback.isOrigin("127.0.0.1", "127.0.0.1", Map.of(header, "any")::get)).isFalse();
  }

  private static boolean isOrigin(@Nullable String remote, String local) {
    return Loopback.isOrigin(remote, local, name -> null);
  }
}
