package io.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowsersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0|Edge on Windows",
        "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36|Chrome on Android",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1|Safari on iPhone",
        "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0|Firefox on Linux",
        "curl/8.5|a browser on another system"
      })
  void shouldSayItInAFewWords(String userAgent, String words) {
    assertThat(Browsers.describe(userAgent)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"''", "' '", ","})
  void shouldSayNothingOfNothing(String userAgent) {
    assertThat(Browsers.describe(userAgent)).isEmpty();
    assertThat(Browsers.current()).isEmpty();
  }
}
