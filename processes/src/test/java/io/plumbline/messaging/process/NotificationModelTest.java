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
    notification.queued().reported(false).stillReachableBy("email", "whatsapp", "sms");
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

    notification.stillReachableBy("whatsapp", "sms", "email");
    assertThat(notification.channel()).isEqualTo("SMS");
  }

  @Test
  void shouldWaitLessForUrgentThings() {
    var notification =
        ANotification.requested(ENGINE)
            .claimed(ANotification.reach(true, "whatsapp", "sms"), ANotification.awake())
            .queued();

    ENGINE.advance(Duration.ofMinutes(3));

    notification.claimed(ANotification.reach(true, "whatsapp", "sms"), ANotification.awake());
    assertThat(notification.channel()).isEqualTo("SMS");
  }

  @Test
  void shouldIgnoreALateReportOfAnEarlierChannel() {
    var notification = ANotification.reachableBy(ENGINE, "whatsapp", "sms", "email").queued();
    var first = notification.message();
    ENGINE.advance(Duration.ofMinutes(11));
    notification.stillReachableBy("whatsapp", "sms", "email").queued();

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

    notification.stillReachableBy("whatsapp", "sms");
    assertThat(notification.channel()).isEqualTo("SMS");
    notification.queued();
    assertEnded(notification, Element.HANDED_OVER);
  }

  @Test
  void shouldEndWhenTheLastChannelClosed() {
    var notification = ANotification.reachableBy(ENGINE, "sms").notQueued("SKIPPED");

    notification.stillReachableBy("sms");
    assertEnded(notification, Element.NO_CHANNEL_LEFT);
  }

  @Test
  void shouldEndWhenAnEarlierMessageArrivedAfterAll() {
    var notification = ANotification.reachableBy(ENGINE, "whatsapp", "sms", "email").queued();
    ENGINE.advance(Duration.ofMinutes(11));

    notification.stillReachableBy("whatsapp", "sms", "email").notQueued("ARRIVED");

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
    var notification =
        ANotification.requested(ENGINE)
            .claimed(ANotification.reach(false, "sms"), ANotification.asleep(ENGINE, 7));
    assertThat(notification.instance().waitsAt()).isEmpty();

    ENGINE.advance(Duration.ofHours(7).plusMinutes(1));

    notification.stillReachableBy("sms");
    assertThat(notification.channel()).isEqualTo("SMS");
  }

  @Test
  void shouldDecideChannelsByWhatIsOpenWhenTheQuietHoursAreOver() {
    var notification = ANotification.requestedAtNight(ENGINE, 8);
    assertThat(notification.instance().waitsAt()).isEmpty();
    ENGINE.advance(Duration.ofHours(8).plusMinutes(1));

    notification.stillReachableBy("whatsapp", "sms");

    assertThat(notification.channel()).isEqualTo("WHATSAPP");
    assertThat(notification.awaited()).isTrue();
  }

  @Test
  void shouldKeepTheNextChannelQuietWhenTheNightBeganMeanwhile() {
    var notification = ANotification.reachableBy(ENGINE, "whatsapp", "sms").queued();
    ENGINE.advance(Duration.ofMinutes(11));

    notification.claimed(
        ANotification.reach(false, "whatsapp", "sms"), ANotification.asleep(ENGINE, 9));
    assertThat(notification.instance().waitsAt()).isEmpty();
    ENGINE.advance(Duration.ofHours(9).plusMinutes(1));

    notification.stillReachableBy("whatsapp", "sms");
    assertThat(notification.channel()).isEqualTo("SMS");
    notification.queued();
    assertEnded(notification, Element.HANDED_OVER);
    assertThat(notification.instance().runs(SEND)).isEqualTo(2);
  }

  @Test
  void shouldTryEachChannelOnceHoweverTheOrderChanges() {
    var notification = ANotification.reachableBy(ENGINE, "whatsapp", "sms").queued();
    notification.reported(false).stillReachableBy("email", "whatsapp", "sms");
    assertThat(notification.channel()).isEqualTo("EMAIL");
    notification.queued().reported(false).stillReachableBy("whatsapp", "email", "sms");
    assertThat(notification.channel()).isEqualTo("SMS");
    assertThat(notification.awaited()).isFalse();

    notification.notQueued("SKIPPED").stillReachableBy("sms", "email", "whatsapp");

    assertEnded(notification, Element.NO_CHANNEL_LEFT);
    assertThat(notification.instance().runs(SEND)).isEqualTo(3);
  }

  @Test
  void shouldNotWaitTwiceForTheSameEnd() {
    var end = ENGINE.now().plusHours(2).toOffsetDateTime().toString();
    var notification = ANotification.requested(ENGINE);
    var reach = ANotification.reach(false, "sms");
    notification.claimed(reach, ANotification.asleepUntil(end));
    ENGINE.advance(Duration.ofHours(2).plusMinutes(1));

    notification.claimed(reach, ANotification.asleepUntil(end));

    assertThat(notification.channel()).isEqualTo("SMS");
  }

  @Test
  void shouldWaitLongerWhenTheQuietHoursGrewButNotForEver() {
    var notification = ANotification.requested(ENGINE);
    var reach = ANotification.reach(false, "sms");
    for (var wait = 1; wait <= 7; wait++) {
      notification.claimed(reach, ANotification.asleep(ENGINE, 2));
      assertThat(notification.instance().waitsAt()).as("wait %d", wait).isEmpty();
      ENGINE.advance(Duration.ofHours(2).plusMinutes(1));
    }

    notification.claimed(reach, ANotification.asleep(ENGINE, 2));

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
