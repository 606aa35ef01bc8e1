package io.plumbline.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
  @Test
  void shouldReadScalars() {
    assertThat(JsonText.scalar("\"Cement \\\"A\\\" \\u0645\\n\\\\\""))
        .isEqualTo("Cement \"A\" م\n\\");
    assertThat(JsonText.scalar("\"\"")).isEmpty();
    assertThat(JsonText.scalar("4500")).isEqualTo("4500");
    assertThat(JsonText.scalar("true")).isEqualTo("true");
  }

  @Test
  void shouldReadNothingFromWhatIsNoScalar() {
    assertThat(JsonText.scalar(null)).isNull();
    assertThat(JsonText.scalar("null")).isNull();
    assertThat(JsonText.scalar("{\"a\":1}")).isNull();
    assertThat(JsonText.scalar("[1]")).isNull();
  }

  @Test
  void shouldReadArraysOfStrings() {
    assertThat(JsonText.strings("[\"finance-director\", \"a,b\"]"))
        .containsExactly("finance-director", "a,b");
    assertThat(JsonText.strings("[]")).isEmpty();
    assertThat(JsonText.strings(null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[", "[\"a\"", "[\"a", "[1]", "\"a\"", "[\"a\" \"b\"]", "[\"\\u00\"]", "x"})
  void shouldRefuseWhatIsNoArrayOfStrings(String text) {
    assertThatThrownBy(() -> JsonText.strings(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
