package io.plumbline.messaging.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.identity.Channel;
import io.plumbline.messaging.DeliveryRefused;
import io.plumbline.messaging.DeliveryRefused.Reason;
import io.plumbline.messaging.DeliveryUnknown;
import io.plumbline.messaging.Messenger;
import io.plumbline.messaging.Messenger.Text;
import io.plumbline.messaging.ProviderAway;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioMessengerTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private final TwilioStub twilio = new TwilioStub();
  private final TwilioMessenger messenger = messenger(twilio.url());

  TwilioMessengerTest() throws IOException {}

  @AfterEach
  void stop() {
    twilio.close();
  }

  @Test
  void shouldSendWhatsAppWithReference() {
    var sid = messenger.send(text("Filed ✓ تم & go", "tenant/message"));
    assertThat(sid).isEqualTo("SM1");
    assertThat(twilio.posts().getFirst())
        .containsEntry("To", "whatsapp:+966500000001")
        .containsEntry("From", "whatsapp:+14155238886")
        .containsEntry("Body", "Filed ✓ تم & go")
        .containsEntry(
            "StatusCallback", "https://plumbline.example/webhooks/twilio/status/tenant/message");
    assertThat(twilio.paths())
        .containsExactly("/api.twilio.com/2010-04-01/Accounts/AC1/Messages.json");
  }

  @Test
  void shouldSendSmsFromItsOwnNumber() {
    messenger.send(new Text(Channel.SMS, "+966500000001", "Hello", null));
    assertThat(twilio.posts().getFirst())
        .containsEntry("To", "+966500000001")
        .containsEntry("From", "+15005550001")
        .doesNotContainKey("StatusCallback");
  }

  @Test
  void shouldSendTemplateByItsIdAndVariablesOnly() {
    var template = new Messenger.Template("HX1", Map.of("1", "PR-000123", "2", "4,500 SAR \"ok\""));
    messenger.send(new Text(Channel.WHATSAPP, "+966500000001", "as it reads", null, template));
    assertThat(twilio.posts().getFirst())
        .containsEntry("ContentSid", "HX1")
        .doesNotContainKey("Body")
        .hasEntrySatisfying(
            "ContentVariables",
            json ->
                assertThat(json).contains("\"1\":\"PR-000123\"", "\"2\":\"4,500 SAR \\\"ok\\\"\""));
  }

  @Test
  void shouldCutWhatIsTooLong() {
    messenger.send(text("🚜".repeat(900), null));
    assertThat(twilio.posts().getFirst().get("Body"))
        .hasSizeLessThanOrEqualTo(1600)
        .endsWith("🚜…");
  }

  @ParameterizedTest
  @CsvSource({"21610, OPTED_OUT", "63016, CHANNEL_CLOSED", "21617, OTHER"})
  void shouldSayRefusedWithProvidersCode(int code, Reason reason) {
    twilio.answerPosts(400, "{\"code\":%d,\"message\":\"no\",\"status\":400}".formatted(code));
    assertThatThrownBy(this::send)
        .isInstanceOf(DeliveryRefused.class)
        .hasMessageContaining(Integer.toString(code))
        .extracting(e -> ((DeliveryRefused) e).reason())
        .isEqualTo(reason);
    assertThat(twilio.posts()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 401, 403})
  void shouldSayAwayWhenNothingIsTaken(int status) {
    twilio.answerPosts(status, "{\"code\":20429,\"message\":\"no\",\"status\":" + status + "}");
    assertThatThrownBy(this::send).isInstanceOf(ProviderAway.class);
    assertThat(twilio.posts()).hasSize(1);
  }

  @Test
  void shouldSayAwayWhenNothingListens() {
    twilio.close();
    assertThatThrownBy(this::send).isInstanceOf(ProviderAway.class);
  }

  @Test
  void shouldSayAwayWithoutAccount() {
    var none = new TwilioMessenger(settings("", ""));
    assertThatThrownBy(() -> none.send(text("Hello", null))).isInstanceOf(ProviderAway.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503})
  void shouldPostOnceAndSayUnknownAfterServerError(int status) {
    twilio.answerPosts(status, status == 500 ? "<html>oops</html>" : "");
    assertThatThrownBy(this::send).isInstanceOf(DeliveryUnknown.class);
    assertThat(twilio.posts()).hasSize(1);
  }

  @Test
  void shouldSayUnknownWhenAnswerIsLost() {
    twilio.neverAnswerPosts();
    assertThatThrownBy(this::send).isInstanceOf(DeliveryUnknown.class);
    assertThat(twilio.posts()).hasSize(1);
  }

  @Test
  @Timeout(20)
  void shouldSayUnknownWhenAnswerHasNoEnd() {
    twilio.stallPosts();
    assertThatThrownBy(this::send).isInstanceOf(DeliveryUnknown.class);
    assertThat(twilio.posts()).hasSize(1);
  }

  @Test
  void shouldFindWhatWasSentSinceByEitherClock() {
    twilio.list(
        "["
            + listed("SM7", "Hello", "Fri, 20 Nov 2026 11:00:00 +0000")
            + ","
            + listed("SM8", "Other", "Fri, 20 Nov 2026 12:00:00 +0000")
            + ","
            + listed("SM9", "Hello", "Fri, 20 Nov 2026 11:59:10 +0000")
            + "]");
    var text = text("Hello", null);
    assertThat(messenger.findSent(text, NOON, Set.of())).contains("SM9");
    assertThat(messenger.findSent(text, NOON.minusSeconds(3_600), Set.of())).contains("SM7");
    assertThat(twilio.posts()).isEmpty();
  }

  @Test
  void shouldNotTakeAnotherMessageThatReadsTheSame() {
    twilio.list("[" + listed("SM9", "Hello", "Fri, 20 Nov 2026 12:00:00 +0000") + "]");
    assertThat(messenger.findSent(text("Hello", null), NOON, Set.of("SM9"))).isEmpty();
  }

  private String send() {
    return messenger.send(text("Hello", null));
  }

  private static Text text(String body, @Nullable String reference) {
    return new Text(Channel.WHATSAPP, "+966500000001", body, reference);
  }

  private static String listed(String sid, String body, String created) {
    return "{\"sid\":\"%s\",\"body\":\"%s\",\"date_created\":\"%s\"}".formatted(sid, body, created);
  }

  private static TwilioMessenger messenger(String url) {
    return new TwilioMessenger(settings("AC1", url));
  }

  private static TwilioSettings settings(String account, String url) {
    return new TwilioSettings(
        account,
        "token",
        url,
        URI.create("https://plumbline.example"),
        "+14155238886",
        "+15005550001",
        Duration.ofMillis(400));
  }
}
