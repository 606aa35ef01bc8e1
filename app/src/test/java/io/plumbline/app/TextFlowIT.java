package io.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plumbline.document.Attachment;
import io.plumbline.document.AttachmentSubject;
import io.plumbline.document.Attachments;
import io.plumbline.identity.Channel;
import io.plumbline.inbox.TaskDecision;
import io.plumbline.messaging.PhoneSimulator;
import io.plumbline.messaging.PhoneSimulator.Bubble;
import io.plumbline.messaging.PhoneSimulator.Enclosed;
import io.plumbline.messaging.PhoneSimulator.Phone;
import io.plumbline.procurement.Status;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/**
 * A purchase request by phone through the whole system: signed webhook, understanding, engine,
 * approval, and the answers back over the provider's SDK.
 */
class TextFlowIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern NUMBER = Pattern.compile("PR-\\d{6}");
  private static final String NEXT_WEEK =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH)
          .format(LocalDate.now(ZoneId.of("Asia/Riyadh")).plusDays(7));

  private final PlumblineSystem system = PlumblineSystem.shared();
  private final PhoneSimulator simulator = system.bean(PhoneSimulator.class);

  @Test
  void shouldFileAskBackApproveAndTellByPhone() {
    var phone = phone(Channel.WHATSAPP, "+966500000001");
    assertThat(say(phone, "Need 40 bags of cement for Tower B by " + NEXT_WEEK))
        .contains("40 bags of cement", "the total amount in SAR");

    var filed = say(phone, "about 900");
    assertThat(filed).contains("is filed", "40 bags of cement", "900 SAR");
    var number = number(filed);
    assertThat(say(phone, "status " + number)).contains(number, "Waiting for approval");

    system.as("project.manager@acme").decide(number, TaskDecision.of("reject", "enough on site"));
    await()
        .atMost(PATIENCE)
        .until(() -> system.as("requester@acme").request(number).status() == Status.REJECTED);
    await().atMost(PATIENCE).until(() -> answers(phone).stream().anyMatch(isAbout(number)));
    assertThat(say(phone, "status " + number)).contains("Rejected", "enough on site");
  }

  @Test
  void shouldFetchThePictureSentWithARequestAndAddItThere() throws IOException {
    var phone = phone(Channel.WHATSAPP, "+966500000001");
    var picture = new Enclosed("site.png", "image/png", png());
    simulator.send(
        phone, "Need 41 bags of cement for Tower B by " + NEXT_WEEK + ", about 941", picture);
    await().atMost(PATIENCE).until(() -> answers(phone).stream().anyMatch(TextFlowIT::isFor941));

    var filed = answers(phone).stream().filter(TextFlowIT::isFor941).findFirst().orElseThrow();
    await().atMost(PATIENCE).until(() -> filesOf(number(filed)).size() == 1);
    assertThat(filesOf(number(filed)).getFirst().name()).isEqualTo("file-1.png");
    assertThat(simulator.conversation(phone)).extracting(Bubble::file).contains(picture);
  }

  private List<Attachment> filesOf(String number) {
    var requester = system.as("requester@acme");
    var request = requester.request(number).id().value();
    return requester.call(() -> system.bean(Attachments.class).of(AttachmentSubject.of(request)));
  }

  private static boolean isFor941(String answer) {
    return answer.contains("is filed") && answer.contains("941 SAR");
  }

  private static byte[] png() throws IOException {
    var png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", png);
    return png.toByteArray();
  }

  @Test
  void shouldAnswerSmsOnTheSameLine() {
    var operator = phone(Channel.SMS, "+966500000006"); // told nothing by other tests meanwhile
    assertThat(say(operator, "help")).contains("purchase request", "STOP");
  }

  @Test
  void shouldAnswerStrangerAndStartNothing() {
    var stranger = new Phone("", "", Channel.SMS, "+966599999999");
    assertThat(say(stranger, "Need 200 bags of cement")).contains("not known here");
  }

  private Phone phone(Channel channel, String number) {
    return simulator.phones().stream()
        .filter(phone -> phone.channel() == channel && phone.address().equals(number))
        .findFirst()
        .orElseThrow();
  }

  private String say(Phone phone, String text) {
    var before = answers(phone).size();
    simulator.write(phone, text);
    await().atMost(PATIENCE).until(() -> answers(phone).size() > before);
    return answers(phone).getLast();
  }

  private List<String> answers(Phone phone) {
    return simulator.conversation(phone).stream()
        .filter(bubble -> !bubble.mine())
        .map(Bubble::body)
        .toList();
  }

  private static java.util.function.Predicate<String> isAbout(String number) {
    return text -> text.contains(number) && text.contains("enough on site");
  }

  private static String number(String text) {
    var match = NUMBER.matcher(text);
    assertThat(match.find()).isTrue();
    return match.group();
  }
}
