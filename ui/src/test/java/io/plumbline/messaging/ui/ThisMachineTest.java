package io.plumbline.messaging.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThisMachineTest {
  @Test
  void shouldKnowItsOwnAddresses() {
    assertThat(ThisMachine.isLoopback("127.0.0.1")).isTrue();
    assertThat(ThisMachine.isLoopback("0:0:0:0:0:0:0:1")).isTrue();
    assertThat(ThisMachine.isLoopback("192.0.2.1")).isFalse();
    assertThat(ThisMachine.isLoopback("")).isFalse();
    assertThat(ThisMachine.isLoopback(null)).isFalse();
  }
}
