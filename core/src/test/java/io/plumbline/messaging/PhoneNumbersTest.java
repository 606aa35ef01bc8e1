package io.plumbline.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumbersTest {
  @ParameterizedTest
  @CsvSource({
    "+966500000001, +966500000001",
    "+966 50 000 0001, +966500000001",
    "+15005550006, +15005550006",
    "12345, 12345",
    "US.1234567890, US.1234567890",
    "+, +",
    "+abc, +abc"
  })
  void shouldBringIntoNormalForm(String typed, String normal) {
    assertThat(PhoneNumbers.normal(typed)).isEqualTo(normal);
  }
}
