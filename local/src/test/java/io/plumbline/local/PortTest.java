package io.plumbline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PortTest {

  @Test
  void shouldAcceptAFreePort() {
    var port = new Port("a test", Port.free(), "PLUMBLINE_TEST_PORT");

    assertThatCode(port::requireFree).doesNotThrowAnyException();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldNameTheProgramThatListens() throws IOException {
    try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(PortHolder.of(listener.getLocalPort()))
          .hasValueSatisfying(
              holder ->
                  assertThat(holder)
                      .contains("java")
                      .contains("(process " + ProcessHandle.current().pid() + ")"));
    }
  }

  @Test
  void shouldSeeAListenerOnAllAddresses() throws IOException {
    try (var listener = new ServerSocket(0)) {
      assertThat(new Port("a test", listener.getLocalPort(), "X").isTaken()).isTrue();
    }
  }
}
