package io.plumbline.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.CoreTest;
import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import io.plumbline.document.TestFiles;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Channel;
import io.plumbline.identity.ChannelAddresses;
import io.plumbline.identity.Role;
import io.plumbline.messaging.InboundMessage.Media;
import io.plumbline.shared.PageRequest;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody of two firms wrote before they said for which one. */
@CoreTest
class FirmChoiceTest {
  private final Texting texting;
  private final InboundMedia media;
  private final FakeMediaSource source;
  private final FakeMessenger messenger;
  private final QueuedMessages queued;
  private final Conversations conversations;
  private final ChannelAddresses addresses;
  private final TestTenant first;
  private final TestTenant second;
  private final String phone = Phones.fresh();

  FirmChoiceTest(
      Texting texting,
      InboundMedia media,
      FakeMediaSource source,
      FakeMessenger messenger,
      QueuedMessages queued,
      Conversations conversations,
      ChannelAddresses addresses,
      TestTenants tenants) {
    this.texting = texting;
    this.media = media;
    this.source = source;
    this.messenger = messenger;
    this.queued = queued;
    this.conversations = conversations;
    this.addresses = addresses;
    var firms =
        Stream.of(tenants.newTenant(), tenants.newTenant())
            .sorted(Comparator.comparing(firm -> firm.tenant().name()))
            .toList();
    this.first = firms.getFirst();
    this.second = firms.getLast();
  }

  @BeforeEach
  void bindInBoth() {
    bind(first);
    bind(second);
  }

  @Test
  void shouldTakePictureAndTextWrittenBeforeTheAnswerToTheChosenFirm() {
    var picture = texting.say(phone, "", picture());
    texting.say(phone, "help");
    media.fetch(picture); // nobody's yet
    var announced = times(picture);

    texting.say(phone, "2");
    assertThat(times(picture)).isEqualTo(announced + 1);
    media.fetch(picture);
    media.fetch(picture);

    assertThat(bodies(second)).containsExactly("", "help", "2");
    assertThat(files(second)).containsExactly("STORED");
    assertThat(bodies(first)).isEmpty();
    assertThat(texting.answers(phone, first, second))
        .satisfiesExactly(
            asked -> assertThat(asked).contains("1. ", "2. "),
            asked -> assertThat(asked).contains("1. ", "2. "),
            aboutPicture -> assertThat(aboutPicture).contains("Pictures"),
            help -> assertThat(help).contains("You can write"));
    assertThat(texting.outcomes(phone)).containsExactly("ANSWERED", "ANSWERED", "ANSWERED");
  }

  @Test
  void shouldHandleThemOnceHoweverOftenTheAnswerIsHandledOrRepeated() {
    var text = texting.say(phone, "help");
    var answer = texting.say(phone, "2");
    texting.handle(answer);
    texting.handle(text);
    assertThat(texting.answers(phone, second)).hasSize(2);
    assertThat(bodies(second)).containsExactly("help", "2");
  }

  @Test
  void shouldGoOnAfterAnAnswerThatWasKeptJustBeforeItsNodeDied() {
    var text = texting.say(phone, "help");
    var answer = texting.receive(Channel.WHATSAPP, phone, Texting.OUR_NUMBER, "2");
    queued.failOnce(second.id());
    assertThatThrownBy(() -> texting.handle(answer)).hasMessageContaining("died");
    texting.handle(answer);
    texting.handle(text);
    assertThat(texting.answers(phone, second)).hasSize(2);
  }

  @Test
  void shouldNotHandleAgainWhatTheAnswerReachedBeforeTheQuestionWasGivenUp() {
    messenger.fail(
        phone,
        1,
        () -> {
          texting.say(phone, "2"); // the question had arrived after all
          return new ProviderAway("no answer", null);
        });
    var text = texting.receive(Channel.WHATSAPP, phone, Texting.OUR_NUMBER, "help");

    assertThatThrownBy(() -> texting.handle(text)).hasMessageContaining("no answer");

    assertThat(texting.outcomes(phone)).containsExactly("ANSWERED", "ANSWERED");
    assertThat(texting.answers(phone, second)).hasSize(1);
  }

  @Test
  void shouldAskAgainAfterANumberThatWasNotOffered() {
    texting.say(phone, "help");
    texting.say(phone, "9");
    texting.say(phone, "1");
    assertThat(bodies(first)).containsExactly("help", "1");
    assertThat(texting.answers(phone, first, second)).hasSize(3);
  }

  @Test
  void shouldNotTakeALaterNumberForAnAnswer() {
    texting.say(phone, "help");
    texting.say(phone, "2");
    texting.say(phone, "1");
    assertThat(bodies(first)).isEmpty();
    assertThat(bodies(second)).containsExactly("help", "2", "1");
  }

  @Test
  void shouldAskAgainWhenTheChosenFirmLostThemMeanwhile() {
    texting.say(phone, "help");
    var answer = texting.receive(Channel.WHATSAPP, phone, Texting.OUR_NUMBER, "2");
    queued.failOnce(second.id());
    assertThatThrownBy(() -> texting.handle(answer)).hasMessageContaining("died");
    second.run(
        second.system(),
        () -> {
          var owner = addresses.ownerOf(Channel.WHATSAPP, phone).orElseThrow();
          addresses.unbind(Channel.WHATSAPP, phone, owner);
        });
    texting.handle(answer);
    assertThat(bodies(first)).isEmpty();
  }

  private void bind(TestTenant firm) {
    var person = firm.person("Site engineer", Role.REQUESTER);
    firm.run(firm.system(), () -> addresses.bind(Channel.WHATSAPP, phone, person.user()));
  }

  private Media picture() {
    var address = "https://api.twilio.com/" + UUID.randomUUID();
    source.put(address, TestFiles.png());
    return new Media(address, "image/png");
  }

  private long times(String message) {
    return queued.announced().stream().filter(message::equals).count();
  }

  private List<String> bodies(TestTenant firm) {
    return received(firm).map(ThreadMessage::body).toList();
  }

  private List<String> files(TestTenant firm) {
    return received(firm)
        .flatMap(message -> message.media().stream())
        .map(ThreadMessage.Media::state)
        .toList();
  }

  private Stream<ThreadMessage> received(TestTenant firm) {
    var reader = reader(firm);
    return firm.as(
        reader,
        () ->
            conversations.list(ConversationFilter.ALL, new PageRequest(0, 10)).stream()
                .filter(row -> row.address().equals(phone))
                .flatMap(row -> conversations.find(row.id()).messages().stream())
                .filter(message -> message.outgoing() == null)
                .toList()
                .stream());
  }

  private static Caller reader(TestTenant firm) {
    return firm.person("Reader", Role.PROCUREMENT_MANAGER);
  }
}
