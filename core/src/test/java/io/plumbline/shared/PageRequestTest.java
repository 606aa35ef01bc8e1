package io.plumbline.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageRequestTest {
  @Test
  void shouldTakeTheFurthestPage() {
    assertThat(new PageRequest(PageRequest.MAX_OFFSET, PageRequest.MAX_LIMIT).offset())
        .isEqualTo(100_000);
  }

  @ParameterizedTest
  @CsvSource({"-1, 50", "0, 0", "0, 201", "100001, 50", "2147483647, 200"})
  void shouldRefuseWhatCannotBeAPage(int offset, int limit) {
    assertThatThrownBy(() -> new PageRequest(offset, limit)).isInstanceOf(InvalidInput.class);
  }
}
