package io.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plumbline.identity.Channel;
import io.plumbline.messaging.NoticePreference;
import io.plumbline.messaging.NoticePreferences;
import io.plumbline.messaging.NoticePreferences.Choices;
import io.plumbline.messaging.PhoneSimulator;
import io.plumbline.messaging.PhoneSimulator.Bubble;
import io.plumbline.messaging.PhoneSimulator.Phone;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An approval by phone through the whole system: the task opens in the engine, the notification's
 * process sends it, and the answer comes back by the signed webhook.
 */
class ApproveByPhoneIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final PlumblineSystem system = PlumblineSystem.shared();
  private final PhoneSimulator simulator = system.bean(PhoneSimulator.class);
  private final Actor manager = system.as("project.manager@acme");
  private final Phone phone = new Phone("", "Project manager", Channel.WHATSAPP, "+966500000002");

  @BeforeEach
  void wantToBeTold() {
    choose(List.of(new NoticePreference("task.waiting", List.of(Channel.WHATSAPP), true)));
  }

  @AfterEach
  void wantNothingAgain() {
    choose(List.of());
  }

  @Test
  void shouldApproveByTheButtonUnderTheMessage() {
    var number = system.as("requester@acme").submit(450_000, true).number();
    var asked = message(number);
    assertThat(asked.body()).contains("4,500 SAR", "Site requester").containsPattern("YES \\d{4}");

    simulator.press(phone, asked.buttons().getFirst());

    await().atMost(PATIENCE).until(() -> answered("Approved: " + number));
    assertThat(system.as("requester@acme").request(number).decisions())
        .anyMatch(
            decision ->
                decision.outcome().equals("approve") && decision.channel() == Channel.WHATSAPP);
  }

  @Test
  void shouldRejectByCode() {
    var number = system.as("requester@acme").submit(120_000, true).number();
    var code = message(number).body().replaceAll("(?s).*YES (\\d{4}).*", "$1");

    simulator.write(phone, "no " + code + " enough on site");

    await().atMost(PATIENCE).until(() -> answered("Rejected: " + number));
    simulator.write(phone, "yes " + code);
    await().atMost(PATIENCE).until(() -> answered("You have already answered this: Reject."));
  }

  private void choose(List<NoticePreference> preferences) {
    manager.run(() -> system.bean(NoticePreferences.class).save(new Choices(preferences, null)));
  }

  private Bubble message(String number) {
    return await("message about " + number)
        .atMost(PATIENCE)
        .until(
            () -> theirs().filter(text -> text.body().contains("Approve " + number)).findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private boolean answered(String start) {
    return theirs().anyMatch(text -> text.body().startsWith(start));
  }

  private Stream<Bubble> theirs() {
    return simulator.conversation(phone).stream().filter(bubble -> !bubble.mine());
  }
}
