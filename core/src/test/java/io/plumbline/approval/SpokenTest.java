package io.plumbline.approval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "YES 4821 | YES | ''",
        "yes 4821 | YES | ''",
        "Yes, please 4821! | YES | ''",
        "yes4821 | YES | ''",
        "approve 4821. | YES | ''",
        "4821 yes | YES | ''",
        "YES ٤٨٢١ | YES | ''",
        "yes ۴۸۲۱ | YES | ''",
        "نعم ٤٨٢١ | YES | ''",
        "\u200fنعم 4821\u200f | YES | ''",
        "YES 4821 go ahead | YES | go ahead",
        "NO 4821 too expensive | NO | too expensive",
        "no 4821: too expensive, ask again | NO | too expensive, ask again",
        "4821 no, too many | NO | too many",
        "لا ٤٨٢١ غالي | NO | غالي",
        "send back 4821 fewer bags | BACK | fewer bags",
        "BACK 4821 - 100 are enough | BACK | 100 are enough"
      })
  void shouldUnderstand(String text, Word word, String rest) {
    assertThat(Spoken.in(text)).contains(new Spoken(word, "4821", rest));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "YES",
        "4821",
        "yes 482",
        "yes 48211",
        "yes 4,821",
        "yes 4821.50",
        "nothing 4821",
        "yesterday 4821",
        "Need 4821 bags",
        "order PR-004821",
        "status 4821"
      })
  void shouldLeaveOtherTextsAlone(String text) {
    assertThat(Spoken.in(text)).isEmpty();
  }
}
