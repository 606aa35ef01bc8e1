package io.plumbline.messaging.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.messaging.process.Notification.Element;
import io.plumbline.messaging.process.Notification.Message;
import io.plumbline.shared.process.TestEngine;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every path of the model on the real engine. */
class NotificationModelTest {
  private static final String SEND = "SendNotification";

  @RegisterExtension static final TestEngine ENGINE = TestEngine.withAllModels();

  @Test
  void shouldEndWhenTheFirstChannelDelivers() {
    var notification = ANotification.reachableBy(ENGINE, "whatsapp", "sms", "email");
    assertThat(notification.channel()).isEqualTo("WHATSAPP");
    assertThat(notification.awaited()).isTrue();

    notification.queued().reported(true);

    assertEnded(notification, Element.DELIVERED);
    assertThat(notification.instance().runs(SEND)).isEqualTo(1);
  }

  @Test
  void shouldTakeTheReportThatCameBeforeTheStepWasOver() {
    // an engine whose time nobody moved: 8.5 counts the life of messages in real time
    try (var fresh = TestEngine.withAllModels()) {
      var notification =
          ANotification.reachableBy(fresh, "whatsapp", "sms").reportedBeforeQueued(true);

      assertEnded(notification, Element.DELIVERED);
    }
  }

  @Test
  void shouldTryTheNextChannelInThePersonsOrderWhenUndelivered() {
    var notification = ANotification.reachableBy(ENGINE, "email", "whatsapp", "sms");
    assertThat(notification.channel()).isEqualTo("EMAIL");
    notification.queued().reported(false);
    assertThat(notification.channel()).isEqualTo("WHATSAPP");

    notification.queued().reported(true);

    assertEnded(notification, Element.DELIVERED);
    assertThat(notification.instance().runs(SEND)).isEqualTo(2);
  }

  @Test
  void shouldTryTheNextChannelWhenSilent() {
    var notification = ANotification.reachableBy(ENGINE, "whatsapp", "sms", "email").queued();
    ENGINE.advance(Duration.ofMinutes(9));
    assertThat(notification.instance().waitsAt()).isEmpty();

    ENGINE.advance(Duration.ofMinutes(2));

    assertThat(notification.channel()).isEqualTo("SMS");
  }

  @Test
  void shouldWaitLessForUrgentThings() {
    var notification =
        ANotification.requested(ENGINE)
            .claimed(ANotification.reach(true, "whatsapp", "sms"), ANotification.awake())
            .queued();

    ENGINE.advance(Duration.ofMinutes(3));

    assertThat(notification.channel()).isEqualTo("SMS");
  }

  @Test
  void shouldIgnoreALateReportOfAnEarlierChannel() {
    var notification = ANotification.reachableBy(ENGINE, "whatsapp", "sms", "email").queued();
    var first = notification.message();
    ENGINE.advance(Duration.ofMinutes(11));
    notification.queued();

    notification.reportedOn(first, false);

    assertThat(notification.instance().waitsAt()).isEmpty();
    assertThat(notification.instance().isOver()).isFalse();
    notification.reported(true);
    assertEnded(notification, Element.DELIVERED);
  }

  @Test
  void shouldNotWaitForTheLastChannel() {
    var notification = ANotification.reachableBy(ENGINE, "email");
    assertThat(notification.awaited()).isFalse();

    notification.queued();

    assertEnded(notification, Element.HANDED_OVER);
  }

  @Test
  void shouldPassOverAChannelThatClosed() {
    var notification = ANotification.reachableBy(ENGINE, "whatsapp", "sms").notQueued("SKIPPED");

    assertThat(notification.channel()).isEqualTo("SMS");
    notification.queued();
    assertEnded(notification, Element.HANDED_OVER);
  }

  @Test
  void shouldEndWhenTheLastChannelClosed() {
    var notification = ANotification.reachableBy(ENGINE, "sms").notQueued("SKIPPED");

    assertEnded(notification, Element.NO_CHANNEL_LEFT);
  }

  @Test
  void shouldEndWhenAnEarlierMessageArrivedAfterAll() {
    var notification = ANotification.reachableBy(ENGINE, "whatsapp", "sms", "email").queued();
    ENGINE.advance(Duration.ofMinutes(11));

    notification.notQueued("ARRIVED");

    assertEnded(notification, Element.HANDED_OVER);
  }

  @Test
  void shouldEndWithoutAnyChannel() {
    var notification =
        ANotification.requested(ENGINE).claimed(ANotification.reach(false), ANotification.awake());

    assertEnded(notification, Element.NO_CHANNEL_LEFT);
    assertThat(notification.instance().runs(SEND)).isZero();
  }

  @Test
  void shouldWaitUntilTheQuietHoursAreOver() {
    var quiet =
        Map.of(
            "now", "23:30:00",
            "from", "22:00:00",
            "until", "07:00:00",
            "endsAt", ENGINE.now().plusHours(7).toOffsetDateTime().toString());
    var notification =
        ANotification.requested(ENGINE).claimed(ANotification.reach(false, "sms"), quiet);
    assertThat(notification.instance().waitsAt()).isEmpty();

    ENGINE.advance(Duration.ofHours(7).plusMinutes(1));

    assertThat(notification.channel()).isEqualTo("SMS");
  }

  @Test
  void shouldNotGatherFactsThatAreFresh() {
    var notification = ANotification.requestedWithFacts(ENGINE, ENGINE.now().minusMinutes(9));
    assertThat(notification.channel()).isEqualTo("SMS");
    assertThat(notification.instance().runs("ClaimNotification")).isZero();

    notification.queued();

    assertEnded(notification, Element.HANDED_OVER);
  }

  @Test
  void shouldGatherFactsAgainThatGrewOld() {
    var notification = ANotification.requestedWithFacts(ENGINE, ENGINE.now().minusMinutes(11));

    notification.claimed(ANotification.reach(false, "email"), ANotification.awake());

    assertThat(notification.channel()).isEqualTo("EMAIL");
  }

  @Test
  void shouldLeaveTheNotificationToAnotherInstance() {
    var notification = ANotification.reachableBy(ENGINE, "whatsapp", "sms");

    notification.notQueued("ELSEWHERE");

    assertEnded(notification, Element.HANDED_OVER);
  }

  @Test
  void shouldEndTheSecondInstanceOfOneNotification() {
    var notification = ANotification.requested(ENGINE);

    notification.instance().complete("ClaimNotification", Map.of("effective", false));

    assertEnded(notification, Element.DUPLICATE_ENDED);
  }

  @Test
  void shouldTellNobodyOutsideWhenTheFactsAreMissing() {
    var notification = ANotification.requested(ENGINE);

    notification.instance().complete("ClaimNotification", Map.of("effective", true));

    assertEnded(notification, Element.NO_CHANNEL_LEFT);
  }

  @Test
  void shouldNotMindReportsNobodyWaitsFor() {
    ENGINE.publish(
        Message.DELIVERY_REPORTED, UUID.randomUUID().toString(), new Notification.Reported(true));
    var notification = ANotification.reachableBy(ENGINE, "whatsapp", "sms").queued();

    assertThat(notification.instance().isOver()).isFalse();
    notification.reported(true);
    assertEnded(notification, Element.DELIVERED);
  }

  private static void assertEnded(ANotification notification, String end) {
    assertThat(notification.instance().incidents()).isEmpty();
    notification.instance().awaitEnd();
    assertThat(notification.instance().ends()).containsExactly(end);
  }
}
