package io.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plumbline.identity.Accounts;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Channel;
import io.plumbline.messaging.Notice;
import io.plumbline.messaging.Notice.About;
import io.plumbline.messaging.NoticeKinds;
import io.plumbline.messaging.Notices;
import io.plumbline.messaging.Notifications;
import io.plumbline.messaging.PhoneSimulator;
import io.plumbline.messaging.PhoneSimulator.Bubble;
import io.plumbline.messaging.PhoneSimulator.Phone;
import io.plumbline.shared.PageRequest;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Notices through the whole system: the process decides, the provider's SDK carries. */
class NotificationFlowIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int NOTICES = 20;

  private final PlumblineSystem system = PlumblineSystem.shared();
  private final PhoneSimulator simulator = system.bean(PhoneSimulator.class);
  private final String word = PlumblineSystem.unique("notice");

  @Test
  void shouldTellOnceAndInOrderAlthoughTheEngineWasAway() {
    system.zeebe().kill();
    var texts = IntStream.range(0, NOTICES).mapToObj(at -> word + " " + at).toList();
    texts.forEach(text -> tell("procurement.manager@acme", text));
    assertThat(inApplication("procurement.manager@acme"))
        .as("told in the application at once")
        .containsAll(texts);

    system.zeebe().start();

    await().atMost(PATIENCE).until(() -> received("+966500000003").size() >= NOTICES);
    assertThat(received("+966500000003")).containsExactlyElementsOf(texts);
  }

  @Test
  void shouldTellByPhone() {
    tell("finance.director@acme", word);

    await().atMost(PATIENCE).until(() -> received("+966500000004").size() == 1);
  }

  private void tell(String username, String text) {
    var person = person(username);
    var kind = system.bean(NoticeKinds.class).find("request.news").orElseThrow();
    system
        .callers()
        .run(
            Caller.system(person.tenant()),
            () ->
                system
                    .bean(Notices.class)
                    .tell(new Notice(text, person.user(), kind, text, text, About.NOTHING)));
  }

  private List<String> inApplication(String username) {
    var notifications = system.bean(Notifications.class);
    return system
        .callers()
        .call(person(username), () -> notifications.page(new PageRequest(0, 50)))
        .stream()
        .map(Notifications.Row::body)
        .toList();
  }

  private Caller person(String username) {
    return system.bean(Accounts.class).find(username, Channel.WEB).orElseThrow();
  }

  /** On any line of the phone. */
  private List<String> received(String number) {
    return Stream.of(Channel.WHATSAPP, Channel.SMS)
        .map(channel -> new Phone("", "", channel, number))
        .flatMap(phone -> simulator.conversation(phone).stream())
        .map(Bubble::body)
        .filter(body -> body.startsWith(word))
        .toList();
  }
}
