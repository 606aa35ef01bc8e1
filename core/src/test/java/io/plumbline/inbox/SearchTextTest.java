package io.plumbline.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ">5000|500001|",
        "> 5000|500001|",
        ">=5000|500000|",
        "≥5000|500000|",
        "<10000||999999",
        "<= 10,000||1000000",
        "5000..10000|500000|1000000",
        "10000..5000|500000|1000000",
        "between 5000 and 10000|500000|1000000",
        "Between 5k AND 1.5m|500000|150000000",
        ">5000 <6000|500001|599999",
        ">5000 SAR|500001|",
        ">=0.005|1|",
        "<0.01||0",
      })
  void shouldReadAmounts(String typed, @Nullable Long least, @Nullable Long most) {
    var read = read(typed);

    assertThat(read.amounts()).isEqualTo(new AmountRange(least, most));
    assertThat(read.words()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cement",
        "PR-000123",
        "5000",
        "a>5000",
        "> x",
        "5000..",
        "between 5000",
        ">5000x",
        "..",
        "<",
        "><",
        ""
      })
  void shouldLeaveWordsAlone(String typed) {
    assertThat(read(typed)).isEqualTo(new SearchText(typed, AmountRange.ANY));
  }

  @Test
  void shouldTakeAmountsOutOfTheWords() {
    assertThat(read("  steel >5000 tower <1m  beams"))
        .isEqualTo(new SearchText("steel tower beams", new AmountRange(500_001L, 99_999_999L)));
  }

  @Test
  void shouldTakeAbsurdAmountsForTheLargest() {
    var absurd = ">" + "9".repeat(150);

    assertThat(read(absurd).amounts().least()).isEqualTo(1_000_000_000_000_001L);
    assertThat(read("<" + "9".repeat(150)).amounts().most()).isEqualTo(999_999_999_999_999L);
  }

  private static SearchText read(String typed) {
    return SearchText.of(typed, () -> Currency.getInstance("SAR"));
  }
}
