package io.plumbline.messaging.worker;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plumbline.MessagingTestApplication;
import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Callers;
import io.plumbline.identity.Channel;
import io.plumbline.identity.ChannelAddresses;
import io.plumbline.identity.People;
import io.plumbline.identity.Role;
import io.plumbline.messaging.FakeMailer;
import io.plumbline.messaging.FakeMessenger;
import io.plumbline.messaging.InboundMessage;
import io.plumbline.messaging.InboundMessages;
import io.plumbline.messaging.Notices;
import io.plumbline.messaging.ProviderAway;
import io.plumbline.messaging.TestNotice;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

@SpringBootTest(
    classes = MessagingTestApplication.class,
    webEnvironment = WebEnvironment.NONE,
    properties = {
      "spring.main.banner-mode=off",
      "spring.flyway.enabled=false",
      "db-scheduler.enabled=false"
    })
@TestConstructor(autowireMode = AutowireMode.ALL)
class MessageRelayTest {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final InboundMessages inbound;
  private final Notices notices;
  private final FakeMessenger messenger;
  private final FakeMailer mailer;
  private final People people;
  private final Callers callers;
  private final ChannelAddresses addresses;
  private final JdbcClient jdbc;
  private final TestTenant tenant;
  private final Caller person;
  private final String phone = "+9665" + UUID.randomUUID().toString().replaceAll("[^1-9]", "5");

  MessageRelayTest(
      InboundMessages inbound,
      Notices notices,
      FakeMessenger messenger,
      FakeMailer mailer,
      People people,
      Callers callers,
      JdbcClient jdbc,
      ChannelAddresses addresses,
      TestTenants tenants) {
    this.inbound = inbound;
    this.notices = notices;
    this.messenger = messenger;
    this.mailer = mailer;
    this.people = people;
    this.callers = callers;
    this.addresses = addresses;
    this.jdbc = jdbc;
    this.tenant = tenants.newTenant();
    this.person = tenant.person("Site engineer", Role.REQUESTER);
    tenant.run(tenant.system(), () -> addresses.bind(Channel.SMS, phone, person.user()));
  }

  @Test
  void shouldAnswerSoonAfterTheCommit() {
    receive("help");
    await().atMost(PATIENCE).until(() -> messenger.bodiesTo(phone).size() == 1);
    await().atMost(PATIENCE).until(() -> tasksLeft() == 0);
  }

  @Test
  void shouldComeAgainUntilProviderIsBack() {
    messenger.fail(phone, 2, () -> new ProviderAway("away", null));
    receive("help");
    await().atMost(PATIENCE).until(() -> messenger.bodiesTo(phone).size() == 1);
  }

  @Test
  void shouldAnswerAStrangerOnceTheProviderIsBack() {
    var stranger = phone + "9";
    messenger.fail(stranger, 2, () -> new ProviderAway("away", null));
    receive(stranger, "Hello?");
    await().atMost(PATIENCE).until(() -> messenger.bodiesTo(stranger).size() == 1);
  }

  @Test
  void shouldKeepOrderAndLoseNothingWithManyTasksAtOnce() {
    var bodies = IntStream.range(0, 30).mapToObj(i -> "notice " + i).toList();
    bodies.forEach(
        body ->
            tenant.run(
                tenant.system(), () -> notices.tell(TestNotice.of(body, person.user(), body))));
    await().atMost(PATIENCE).until(() -> messenger.bodiesTo(phone).size() >= bodies.size());
    assertThat(messenger.bodiesTo(phone)).containsExactlyElementsOf(bodies);
  }

  @Test
  void shouldTellEverybodyOnceAndInOrderAfterTheProviderWasAway() {
    var phones = IntStream.range(0, 4).mapToObj(i -> phone + i).toList();
    var people = phones.stream().map(this::personAt).toList();
    phones.forEach(away -> messenger.fail(away, 3, () -> new ProviderAway("away", null)));
    var bodies = IntStream.range(0, 15).mapToObj(i -> "notice " + i).toList();
    for (var body : bodies) {
      people.forEach(
          each ->
              tenant.run(
                  tenant.system(),
                  () -> notices.tell(TestNotice.of(body + "/" + each.user(), each.user(), body))));
    }
    for (var each : phones) {
      await().atMost(PATIENCE).until(() -> messenger.bodiesTo(each).size() >= bodies.size());
      assertThat(messenger.bodiesTo(each)).containsExactlyElementsOf(bodies);
    }
  }

  @Test
  void shouldMailWhileThePhoneProviderHangs() {
    var hanging = new Hanging(messenger);
    try {
      var phones =
          IntStream.rangeClosed(0, OutgoingRelay.PHONE_THREADS).mapToObj(i -> phone + i).toList();
      phones.forEach(hanging::at);
      phones.stream().map(this::personAt).toList().forEach(each -> tell(each, "by phone"));
      await().atMost(PATIENCE).until(() -> hanging.calls() == OutgoingRelay.PHONE_THREADS);

      var reader = tenant.person("Reader " + phone, Role.REQUESTER);
      tell(reader, "by mail");
      await()
          .atMost(PATIENCE)
          .until(() -> mailer.to(tenant.as(reader, this::myAddress)).size() == 1);
    } finally {
      hanging.end();
    }
  }

  @Test
  void shouldHearPeopleWhileTheAnswersToStrangersHang() {
    var hanging = new Hanging(messenger);
    try {
      IntStream.range(0, 6)
          .mapToObj(i -> phone + "7" + i)
          .forEach(
              number -> {
                hanging.at(number);
                receive(number, "Hello?");
              });
      await().atMost(PATIENCE).until(() -> hanging.calls() > 0);
      receive("help");
      await().atMost(PATIENCE).until(() -> messenger.bodiesTo(phone).size() == 1);
    } finally {
      hanging.end();
    }
  }

  private String myAddress() {
    return requireNonNull(people.find(callers.current().user()).orElseThrow().email());
  }

  private void tell(Caller to, String body) {
    tenant.run(
        tenant.system(),
        () -> notices.tell(TestNotice.of(body + "/" + to.user(), to.user(), body)));
  }

  @Test
  void shouldWaitLongerAfterEachFailureUpToALimit() {
    assertThat(IntStream.of(1, 2, 3, 5, 6, 60).mapToObj(RelayScheduler::delay))
        .containsExactly(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(16),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30));
  }

  private void receive(String body) {
    receive(phone, body);
  }

  private void receive(String from, String body) {
    inbound.receive(
        new InboundMessage(
            "SM" + UUID.randomUUID(), Channel.SMS, from, "+15005550001", body, List.of()));
  }

  private Caller personAt(String number) {
    var someone = tenant.person("Person " + number, Role.REQUESTER);
    tenant.run(tenant.system(), () -> addresses.bind(Channel.SMS, number, someone.user()));
    return someone;
  }

  private int tasksLeft() {
    return jdbc.sql(
            "select count(*) from app.scheduled_message_tasks where task_instance like :tenant")
        .param("tenant", tenant.id() + "/%")
        .query(Integer.class)
        .single();
  }

  /** A provider that takes messages to some addresses and does not answer, until it ends. */
  private static final class Hanging {
    private final FakeMessenger messenger;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicInteger calls = new AtomicInteger();

    Hanging(FakeMessenger messenger) {
      this.messenger = messenger;
    }

    void at(String address) {
      messenger.fail(address, 1, this::hang);
    }

    private RuntimeException hang() {
      calls.incrementAndGet();
      try {
        ended.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return new ProviderAway("It did not answer", null);
    }

    int calls() {
      return calls.get();
    }

    void end() {
      ended.countDown();
    }
  }
}
