package io.plumbline.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {
  @ParameterizedTest
  @CsvSource({
    "2026-11-22T23:00+03:00[Asia/Riyadh], 2026-11-23T07:00+03:00[Asia/Riyadh]",
    "2026-11-23T06:59+03:00[Asia/Riyadh], 2026-11-23T07:00+03:00[Asia/Riyadh]",
    "2026-11-23T07:00+03:00[Asia/Riyadh], 2026-11-24T07:00+03:00[Asia/Riyadh]",
    "2026-10-24T23:00+02:00[Europe/Berlin], 2026-10-25T07:00+01:00[Europe/Berlin]"
  })
  void shouldEndNextInTheZone(String now, String end) {
    var hours = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));
    assertThat(hours.nextEnd(ZonedDateTime.parse(now))).isEqualTo(ZonedDateTime.parse(end));
  }
}
