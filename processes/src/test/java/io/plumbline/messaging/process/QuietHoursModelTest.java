package io.plumbline.messaging.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.messaging.process.Notification.Decision;
import io.plumbline.shared.process.TestEngine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule of dmn/messaging/quiet-hours.dmn, on and beside its limits. */
class QuietHoursModelTest {
  private static final String END = "2026-11-23T07:00:00+03:00";

  @RegisterExtension static final TestEngine ENGINE = TestEngine.withAllModels();

  @ParameterizedTest
  @CsvSource({
    "22:00:00, 07:00:00, 21:59:59, Awake",
    "22:00:00, 07:00:00, 22:00:00, Asleep",
    "22:00:00, 07:00:00, 23:59:59, Asleep",
    "22:00:00, 07:00:00, 00:00:00, Asleep",
    "22:00:00, 07:00:00, 06:59:59, Asleep",
    "22:00:00, 07:00:00, 07:00:00, Awake",
    "12:00:00, 14:00:00, 11:59:59, Awake",
    "12:00:00, 14:00:00, 12:00:00, Asleep",
    "12:00:00, 14:00:00, 14:00:00, Awake",
    "late,     07:00:00, 23:00:00, Unknown",
    "22:00:00, ,         23:00:00, Unknown",
    ",         07:00:00, 23:00:00, Unknown",
    "22:00:00, 07:00:00, ,         Unknown"
  })
  void shouldFit(@Nullable String from, @Nullable String until, @Nullable String now, String rule) {
    assertThat(rules(false, quiet(now, from, until, END))).containsExactly(rule);
  }

  @Test
  void shouldLetUrgentThingsPass() {
    assertThat(rules(true, quiet("23:00:00", "22:00:00", "07:00:00", END)))
        .containsExactly("Urgent");
  }

  @Test
  void shouldTakeWhatIsNotKnownToBeUrgentForNotUrgent() {
    assertThat(rules(null, quiet("23:00:00", "22:00:00", "07:00:00", END)))
        .containsExactly("Asleep");
    assertThat(rules("very", quiet("23:00:00", "22:00:00", "07:00:00", END)))
        .containsExactly("Asleep");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {"null", "tomorrow", "07:00:00"})
  void shouldSendNowWhenTheEndIsNotKnown(@Nullable String end) {
    assertThat(rules(false, quiet("23:00:00", "22:00:00", "07:00:00", end)))
        .containsExactly("Unknown");
  }

  @Test
  void shouldSendNowWithoutFacts() {
    assertThat(ENGINE.matchedRules(Decision.QUIET_HOURS, Map.of())).containsExactly("Unknown");
  }

  @Test
  void shouldSayUntilWhenToWait() {
    var asleep = variables(false, quiet("23:00:00", "22:00:00", "07:00:00", END));
    assertThat(ENGINE.decide(Decision.QUIET_HOURS, asleep)).isEqualTo("\"" + END + "\"");
    var awake = variables(false, quiet("12:00:00", "22:00:00", "07:00:00", END));
    assertThat(ENGINE.decide(Decision.QUIET_HOURS, awake)).isEqualTo("null");
  }

  private static List<String> rules(@Nullable Object urgent, Map<String, Object> quiet) {
    return ENGINE.matchedRules(Decision.QUIET_HOURS, variables(urgent, quiet));
  }

  private static Map<String, Object> variables(@Nullable Object urgent, Map<String, Object> quiet) {
    var reach = new HashMap<String, Object>();
    reach.put("urgent", urgent);
    return Map.of("reach", reach, "quiet", quiet);
  }

  private static Map<String, Object> quiet(
      @Nullable String now, @Nullable String from, @Nullable String until, @Nullable String end) {
    var quiet = new HashMap<String, Object>();
    quiet.put("now", now);
    quiet.put("from", from);
    quiet.put("until", until);
    quiet.put("endsAt", end);
    return quiet;
  }
}
