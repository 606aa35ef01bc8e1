package io.plumbline.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.plumbline.CoreTest;
import io.plumbline.TestClock;
import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import io.plumbline.document.TestFiles;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Channel;
import io.plumbline.identity.ChannelAddresses.Known;
import io.plumbline.identity.Role;
import io.plumbline.messaging.InboundMessage.Media;
import io.plumbline.messaging.Strangers.Sender;
import io.plumbline.shared.Conflict;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Senders nobody knows, and how they become known. */
@CoreTest
class StrangersTest {
  private final Addressing addressing;
  private final Strangers strangers;
  private final Texting texting;
  private final QueuedMessages queued;
  private final InboundMedia media;
  private final FakeMediaSource source;
  private final JdbcClient jdbc;
  private final TestClock clock;
  private final TestTenants tenants;
  private final TestTenant tenant;
  private final Caller person;

  StrangersTest(
      Addressing addressing,
      Strangers strangers,
      Texting texting,
      QueuedMessages queued,
      InboundMedia media,
      FakeMediaSource source,
      JdbcClient jdbc,
      TestClock clock,
      TestTenants tenants) {
    this.addressing = addressing;
    this.strangers = strangers;
    this.texting = texting;
    this.queued = queued;
    this.media = media;
    this.source = source;
    this.jdbc = jdbc;
    this.tenants = tenants;
    this.clock = clock;
    this.tenant = tenants.newTenant();
    this.person = tenant.person("Petra", Role.PROJECT_MANAGER);
  }

  @Test
  void shouldKnowAStrangerOnceTheySignInAndTypeTheirCode() {
    var sender = Addressing.freshStranger();
    var code = addressing.strangersCode(sender);

    assertThat(tenant.as(person, () -> strangers.find(code)))
        .isEqualTo(new Sender(Channel.WHATSAPP, sender));
    assertThat(addressing.known(tenant, person)).isEmpty();
    tenant.run(person, () -> strangers.take(code.substring(0, 3) + " " + code.substring(3)));

    assertThat(addressing.known(tenant, person)).extracting(Known::address).containsExactly(sender);
    assertThatThrownBy(() -> tenant.as(person, () -> strangers.take(code)))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void shouldHandleWhatTheyWroteBeforeTheyWereKnownOnceAndInThatFirmOnly() {
    var sender = Addressing.freshStranger();
    var code = addressing.strangersCode(sender);
    var question = texting.say(sender, "help", new Media("https://api.twilio.com/x", "image/png"));
    var elsewhere = tenants.newTenant();
    tenant.run(person, () -> strangers.take(code));

    assertThat(queued.announced().stream().filter(question::equals)).hasSize(2);
    texting.handle(question);
    texting.handle(question);
    assertThat(texting.answers(sender, tenant, elsewhere))
        .satisfiesExactly(
            told -> assertThat(told).contains(code),
            hello -> assertThat(hello).isNotBlank(),
            help -> assertThat(help).contains("You can write"));
    assertThat(texting.outcomes(sender)).containsExactly("ANSWERED", "ANSWERED");
    assertThat(bodies(tenant)).containsExactly("Hello?", "help");
    assertThat(bodies(elsewhere)).isEmpty();
  }

  @Test
  void shouldFetchTheFilesTheyHadSentToTheFirmsOwnNumber() {
    var number = Phones.fresh();
    own(tenant, number);
    var sender = Addressing.freshStranger();
    var code = addressing.strangersCode(sender);
    var address = "https://api.twilio.com/" + UUID.randomUUID();
    source.put(address, TestFiles.png());
    var photo = texting.say(Channel.WHATSAPP, sender, number, "", new Media(address, "image/png"));
    media.fetch(photo);
    assertThat(files()).containsExactly("FAILED");

    tenant.run(person, () -> strangers.take(code));
    texting.handle(photo);
    media.fetch(photo);

    assertThat(files()).containsExactly("STORED");
  }

  @Test
  void shouldDoTheSameForWhoConnectsTheirPhoneByItsNumber() {
    var phone = Phones.fresh();
    var question = texting.say(Channel.SMS, phone, Texting.OUR_NUMBER, "help");
    clock.advance(Duration.ofMinutes(50));
    addressing.connect(tenant, person, phone);
    texting.handle(question);
    assertThat(texting.answers(phone, tenant)).last().asString().contains("You can write");
  }

  @Test
  void shouldNotComeBackToWhatWasWrittenLongAgo() {
    var phone = Phones.fresh();
    var question = texting.say(Channel.SMS, phone, Texting.OUR_NUMBER, "help");
    clock.advance(Duration.ofMinutes(61));
    addressing.connect(tenant, person, phone);
    texting.handle(question);
    assertThat(bodies(tenant)).isEmpty();
  }

  @Test
  void shouldLeaveWhatWasWrittenToAnotherFirmsNumberThere() {
    var sender = Addressing.freshStranger();
    var other = tenants.newTenant();
    var number = Phones.fresh();
    own(other, number);
    var theirs = texting.say(Channel.WHATSAPP, sender, number, "For the other firm");
    var code = Addressing.found(texting.answers(sender).getLast());
    tenant.run(person, () -> strangers.take(code));
    texting.handle(theirs);
    assertThat(bodies(tenant)).isEmpty();
    assertThat(bodies(other)).containsExactly("For the other firm");
  }

  @Test
  void shouldShowNoFirmWhatStrangersWriteToASharedNumber() {
    var sender = Addressing.freshStranger();
    texting.say(sender, "Hello?");
    assertThat(bodies(tenant)).isEmpty();
    assertThat(
            jdbc.sql("select tenant_id from directory.inbound_message where from_address = ?")
                .param(sender)
                .query(UUID.class)
                .list())
        .containsExactly((UUID) null);
  }

  @Test
  void shouldAnswerOnlySoManyStrangersAnHourAtOneNumber() {
    var number = Phones.fresh();
    var figures = new SimpleMeterRegistry();
    Metrics.addRegistry(figures);
    for (var i = 0; i < Reception.MOST_STRANGERS_ANSWERED; i++) {
      remember(number);
    }
    var late = Addressing.freshStranger();
    texting.say(Channel.WHATSAPP, late, number, "Hello?");
    assertThat(texting.answers(late)).isEmpty();
    Metrics.removeRegistry(figures);
    assertThat(figures.counter("plumbline.strangers", "result", "limit").count()).isEqualTo(1);

    var elsewhere = Addressing.freshStranger();
    texting.say(elsewhere, "Hello?");
    assertThat(texting.answers(elsewhere)).hasSize(1);
    clock.advance(Duration.ofMinutes(61));
    texting.say(Channel.WHATSAPP, late, number, "Hello?");
    assertThat(texting.answers(late)).hasSize(1);
  }

  /** A stranger who was answered just now. */
  private void remember(String number) {
    jdbc.sql(
            """
            insert into directory.inbound_message
              (provider_id, channel, from_address, to_address, body, received_at, handled_at, outcome)
            values (?, 'WHATSAPP', ?, ?, '', ?, ?, 'STRANGER_ANSWERED')
            """)
        .params(
            Texting.newId(),
            Addressing.freshStranger(),
            number,
            clock.instant().atOffset(ZoneOffset.UTC),
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private void own(TestTenant firm, String number) {
    jdbc.sql(
            "insert into directory.receiving_address (channel, address, tenant_id)"
                + " values ('WHATSAPP', ?, ?)")
        .params(number, firm.id().value())
        .update();
  }

  private List<String> files() {
    return tenant.asSystem(
        () -> jdbc.sql("select state from app.received_media").query(String.class).list());
  }

  private List<String> bodies(TestTenant firm) {
    return firm.asSystem(
        () ->
            jdbc.sql("select body from app.received_message order by received_at")
                .query(String.class)
                .list());
  }

  @Test
  void shouldForgetAStrangersCode() {
    var code = addressing.strangersCode(Addressing.freshStranger());
    clock.advance(AddressCodes.LIFE.plusSeconds(1));
    assertThatThrownBy(() -> tenant.as(person, () -> strangers.take(code)))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void shouldStopGuessingStrangersCodes() {
    for (var i = 0; i < AddressGuesses.MOST; i++) {
      assertThatThrownBy(() -> tenant.as(person, () -> strangers.find("no code")))
          .isInstanceOf(Conflict.class);
    }
    var code = addressing.strangersCode(Addressing.freshStranger());
    assertThatThrownBy(() -> tenant.as(person, () -> strangers.take(code)))
        .hasMessageContaining("Too many");
  }
}
