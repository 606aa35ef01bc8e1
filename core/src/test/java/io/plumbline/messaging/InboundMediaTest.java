package io.plumbline.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.CoreTest;
import io.plumbline.TestClock;
import io.plumbline.document.Attachment;
import io.plumbline.document.AttachmentSubject;
import io.plumbline.document.Attachments;
import io.plumbline.document.TestFiles;
import io.plumbline.identity.Channel;
import io.plumbline.identity.ChannelAddresses;
import io.plumbline.messaging.InboundMessage.Media;
import io.plumbline.procurement.TestFirm;
import io.plumbline.procurement.TestFirms;
import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.PageRequest;
import io.plumbline.shared.TenantSignals;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@CoreTest
class InboundMediaTest {
  private final InboundMessages inbound;
  private final InboundMedia media;
  private final FakeMediaSource source;
  private final ConversationSubjects subjects;
  private final Conversations conversations;
  private final Attachments attachments;
  private final QueuedMessages queued;
  private final TenantSignals signals;
  private final ChannelAddresses addresses;
  private final TransactionTemplate transaction;
  private final JdbcClient jdbc;
  private final TestClock clock;
  private final TestFirm firm;
  private final String phone = Phones.fresh();

  InboundMediaTest(
      InboundMessages inbound,
      InboundMedia media,
      FakeMediaSource source,
      ConversationSubjects subjects,
      Conversations conversations,
      Attachments attachments,
      QueuedMessages queued,
      TenantSignals signals,
      ChannelAddresses addresses,
      TransactionTemplate transaction,
      JdbcClient jdbc,
      TestClock clock,
      TestFirms firms) {
    this.inbound = inbound;
    this.media = media;
    this.source = source;
    this.subjects = subjects;
    this.conversations = conversations;
    this.attachments = attachments;
    this.queued = queued;
    this.signals = signals;
    this.addresses = addresses;
    this.transaction = transaction;
    this.jdbc = jdbc;
    this.clock = clock;
    this.firm = firms.newFirm();
  }

  @BeforeEach
  void bindPhone() {
    firm.run(
        firm.tenant().system(),
        () -> addresses.bind(Channel.WHATSAPP, phone, firm.requester().user()));
  }

  @Test
  void shouldKeepPictureAtTheConversationForStaff() {
    var message = receive("Look", put(TestFiles.png()));
    assertThat(queued.announced()).contains(message);
    assertThatThrownBy(() -> media.fetch(message)).isInstanceOf(NotHandledYet.class);
    inbound.handle(message);
    assertThat(states()).containsExactly("PENDING");
    media.fetch(message);
    assertThat(states()).containsExactly("STORED");
    assertThat(received().getFirst().name()).isEqualTo("file-1.png");
    var out = new ByteArrayOutputStream();
    firm.run(firm.procurementManager(), () -> conversations.copy(message, 0, out));
    assertThat(out.toByteArray()).isEqualTo(TestFiles.png());
    assertThatThrownBy(() -> firm.run(firm.requester(), () -> conversations.copy(message, 0, out)))
        .isInstanceOf(NotAllowed.class);
  }

  @Test
  void shouldShowFilesInOpenConversationsAsSoonAsTheyAreKept() throws InterruptedException {
    var message = receive("Look", put(TestFiles.png()));
    inbound.handle(message);
    var heard = new LinkedBlockingQueue<Boolean>();
    try (var subscription =
        signals.subscribe(
            firm.tenant().id().value(), Conversations.SIGNAL, () -> heard.add(true))) {
      assertThat(subscription).isNotNull();
      while (heard.poll(1, TimeUnit.SECONDS) != null) {
        // of the message itself
      }
      media.fetch(message);
      assertThat(heard.poll(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void shouldAddPictureToTheRequestItCameWithWhicheverIsFirst() {
    var before = receive("", put(TestFiles.png()));
    inbound.handle(before);
    media.fetch(before);
    var request = firm.aRequest().submitted().id().value();
    began(request);
    firm.run(firm.tenant().system(), () -> media.attach(request));
    var after = receive("and this", put(TestFiles.png()));
    inbound.handle(after);
    media.fetch(after);
    media.fetch(after);
    assertThat(filesOf(request))
        .extracting(Attachment::name, Attachment::addedByName)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("file-1.png", "Rana Requester"),
            org.assertj.core.groups.Tuple.tuple("file-1.png", "Rana Requester"));
  }

  @Test
  void shouldAddPictureToTheRequestOfTheMessageItCameWith() {
    var first = firm.aRequest().submitted().id().value();
    began(first);
    clock.advance(Duration.ofMinutes(5));
    var message = receive("20 pipes", put(TestFiles.png()));
    clock.advance(Duration.ofSeconds(1));
    var second = firm.aRequest().submitted().id().value();
    began(second);
    inbound.handle(message);
    media.fetch(message);
    assertThat(filesOf(first)).isEmpty();
    assertThat(filesOf(second)).hasSize(1);
  }

  @Test
  void shouldAddPictureToTheNearestRequestEvenWhenAllWereHandledLate() {
    var pipes = receive("20 pipes", put(TestFiles.png()));
    clock.advance(Duration.ofMinutes(5));
    var sand = receive("Sand", put(TestFiles.png()));
    clock.advance(Duration.ofHours(1));
    var first = firm.aRequest().submitted().id().value();
    began(first);
    inbound.handle(pipes);
    var second = firm.aRequest().submitted().id().value();
    began(second);
    inbound.handle(sand);
    media.fetch(pipes);
    media.fetch(sand);
    assertThat(filesOf(first)).hasSize(1);
    assertThat(filesOf(second)).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void shouldRefuseWhatIsNoHarmlessFileAndSayWhy(String address, byte[] content, String why) {
    var good = put(TestFiles.png());
    source.put(address, content);
    var message = receive("Two files", address, good);
    inbound.handle(message);
    media.fetch(message);
    assertThat(states()).containsExactly("FAILED", "STORED");
    assertThat(received().getFirst().reason()).contains(why);
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("https://api.twilio.com/empty", new byte[0], "empty"),
        Arguments.of("https://api.twilio.com/exe", text("MZ\u0000\u0001\u0002 program"), ""),
        Arguments.of("https://api.twilio.com/html", text("<html><script>alert(1)</script>"), ""),
        Arguments.of(
            "https://api.twilio.com/svg",
            text("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
            ""),
        Arguments.of("https://api.twilio.com/bomb", TestFiles.bomb(1_100), ""),
        Arguments.of("https://api.twilio.com/zip", TestFiles.zip("a.txt", "../../etc/passwd"), ""));
  }

  @Test
  void shouldStopReadingAfterSixteenMegabytes() {
    var address = "https://api.twilio.com/" + UUID.randomUUID();
    source.put(address, () -> new TestFiles.Endless(60L * 1024 * 1024));
    var message = receive("Large", address);
    inbound.handle(message);
    media.fetch(message);
    assertThat(states()).containsExactly("FAILED");
    assertThat(received().getFirst().reason()).contains("16");
  }

  @Test
  void shouldTryAgainWhenTheProviderIsAwayAndGiveUpInTheEnd() {
    var address = "https://api.twilio.com/" + UUID.randomUUID();
    var good = put(TestFiles.png());
    var message = receive("help", address, good);
    inbound.handle(message);
    assertThat(queued.of(firm.tenant().id())).isNotEmpty(); // the text was answered all the same
    assertThatThrownBy(() -> media.fetch(message)).isInstanceOf(ProviderAway.class);
    assertThat(states()).containsExactly("PENDING", "STORED");
    source.put(address, TestFiles.png());
    media.fetch(message);
    assertThat(states()).containsExactly("STORED", "STORED");

    var other = receive("help", "https://api.twilio.com/" + UUID.randomUUID());
    inbound.handle(other);
    assertThatThrownBy(() -> media.fetch(other)).isInstanceOf(ProviderAway.class);
    media.giveUp(other);
    media.fetch(other);
    assertThat(states()).containsExactly("STORED", "STORED", "FAILED");
  }

  @Test
  void shouldWaitForTheProviderADayAtMost() {
    var message = receive("help", "https://api.twilio.com/" + UUID.randomUUID());
    inbound.handle(message);
    clock.advance(Duration.ofHours(23));
    assertThatThrownBy(() -> media.fetch(message)).isExactlyInstanceOf(ProviderAway.class);
    assertThat(media.isOverdue(message)).isFalse();
    clock.advance(Duration.ofHours(2));
    assertThat(media.isOverdue(message)).isTrue();
  }

  @Test
  void shouldWaitForTheProviderWhenOnlySomeFilesAreNotThere() {
    var missing = "https://api.twilio.com/" + UUID.randomUUID();
    source.put(
        missing,
        () -> {
          throw new NotThereYet("HTTP 404");
        });
    var away = "https://api.twilio.com/" + UUID.randomUUID();
    for (var files : List.of(List.of(missing, away), List.of(away, missing))) {
      var message = receive("help", files.toArray(String[]::new));
      inbound.handle(message);
      assertThatThrownBy(() -> media.fetch(message)).isExactlyInstanceOf(ProviderAway.class);
    }
    var alone = receive("help", missing);
    inbound.handle(alone);
    assertThatThrownBy(() -> media.fetch(alone)).isInstanceOf(NotThereYet.class);
  }

  @Test
  void shouldFetchNothingForStrangers() {
    var message = newId();
    inbound.receive(
        new InboundMessage(
            message,
            Channel.WHATSAPP,
            Phones.fresh(),
            Phones.fresh(),
            "Look",
            List.of(new Media(put(TestFiles.png()), "image/png"))));
    inbound.handle(message);
    var before = source.reads();
    media.fetch(message);
    assertThat(source.reads()).isEqualTo(before);
  }

  private void began(UUID request) {
    firm.run(
        firm.requester(),
        () ->
            transaction.executeWithoutResult(
                done -> subjects.began(request, Channel.WHATSAPP, phone, null)));
  }

  private List<Attachment> filesOf(UUID request) {
    return firm.as(firm.requester(), () -> attachments.of(AttachmentSubject.of(request)));
  }

  private List<String> states() {
    return received().stream().map(ThreadMessage.Media::state).toList();
  }

  private List<ThreadMessage.Media> received() {
    return firm.as(
        firm.procurementManager(),
        () ->
            conversations.list(ConversationFilter.ALL, new PageRequest(0, 10)).stream()
                .filter(row -> row.address().equals(phone))
                .flatMap(row -> conversations.find(row.id()).messages().stream())
                .flatMap(message -> message.media().stream())
                .toList());
  }

  private String put(byte[] content) {
    var address = "https://api.twilio.com/" + UUID.randomUUID();
    source.put(address, content);
    return address;
  }

  private String receive(String body, String... files) {
    var id = newId();
    var media = Arrays.stream(files).map(file -> new Media(file, "image/png")).toList();
    inbound.receive(new InboundMessage(id, Channel.WHATSAPP, phone, Phones.fresh(), body, media));
    return id;
  }

  private static String newId() {
    return "SM" + UUID.randomUUID().toString().replace("-", "");
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
