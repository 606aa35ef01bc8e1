package io.plumbline.messaging.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.messaging.process.Notification.Decision;
import io.plumbline.shared.process.TestEngine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of dmn/messaging/notification-channels.dmn. */
class NotificationChannelsModelTest {
  @RegisterExtension static final TestEngine ENGINE = TestEngine.withAllModels();

  static Stream<Arguments> cases() {
    return Stream.of(
        fits(
            reach(false, line(1, true), "open", line(2, true), line(3, true)),
            "WhatsAppWanted",
            "SmsWanted",
            "EmailWanted"),
        fits(
            reach(true, line(1, true), "open", line(2, true), line(3, true)),
            "WhatsAppUrgent",
            "SmsUrgent",
            "EmailWanted"),
        fits(
            reach(null, line(1, true), "template", line(2, true), line(3, true)),
            "WhatsAppWanted",
            "SmsWanted",
            "EmailWanted"),
        fits(reach("soon", line(1, true), "open", line(0, true), line(0, true)), "WhatsAppWanted"),
        fits(reach(false, line(1, true), "closed", line(2, true), line(0, true)), "SmsWanted"),
        fits(reach(false, line(1, true), null, line(0, true), line(2, true)), "EmailWanted"),
        fits(reach(true, line(1, false), "open", line(2, false), line(3, false))),
        fits(reach(false, line(1, null), "open", line(2, null), line(3, null))),
        fits(
            reach(false, line(null, true), "open", line(null, true), line(null, true)),
            "WhatsAppUnsaid",
            "SmsUnsaid",
            "EmailUnsaid"),
        fits(
            reach(true, line("first", true), "open", line(1, true), null),
            "WhatsAppUnsaid",
            "SmsUrgent"),
        fits(reach(false, line(0, true), "open", line(0, true), line(0, true))),
        fits(reach(false, line(-1, true), "open", null, null)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shouldFitExactlyTheseRules(Map<String, Object> reach, List<String> rules) {
    assertThat(ENGINE.matchedRules(Decision.CHANNELS, Map.of("reach", reach)))
        .containsExactlyElementsOf(rules);
  }

  @Test
  void shouldFindNoChannelWithoutFacts() {
    assertThat(ENGINE.matchedRules(Decision.CHANNELS, Map.of())).isEmpty();
  }

  @Test
  void shouldSayChannelRankAndPatience() {
    var reach = reach(true, line(2, true), "open", line(3, true), line(1, true));
    assertThat(ENGINE.decide(Decision.CHANNELS, Map.of("reach", reach)))
        .isEqualTo(
            """
            [{"channel":"WHATSAPP","rank":2,"minutes":2},{"channel":"SMS","rank":3,"minutes":2},\
            {"channel":"EMAIL","rank":1,"minutes":10}]""");
  }

  private static Arguments fits(Map<String, Object> reach, String... rules) {
    return Arguments.of(reach, List.of(rules));
  }

  private static Map<String, Object> reach(
      @Nullable Object urgent,
      @Nullable Object whatsapp,
      @Nullable Object window,
      @Nullable Object sms,
      @Nullable Object email) {
    var reach = new HashMap<String, Object>();
    reach.put("urgent", urgent);
    reach.put("whatsapp", whatsapp);
    reach.put("window", window);
    reach.put("sms", sms);
    reach.put("email", email);
    return reach;
  }

  private static Map<String, Object> line(@Nullable Object place, @Nullable Object reachable) {
    var line = new HashMap<String, Object>();
    line.put("place", place);
    line.put("reachable", reachable);
    return line;
  }
}
