package io.plumbline.messaging.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plumbline.MessagingTestApplication;
import io.plumbline.identity.Channel;
import io.plumbline.identity.ChannelAddresses;
import io.plumbline.messaging.FakeMessenger;
import io.plumbline.messaging.InboundMessage;
import io.plumbline.messaging.InboundMessages;
import io.plumbline.procurement.PurchaseRequestDetails;
import io.plumbline.procurement.PurchaseRequestFilter;
import io.plumbline.procurement.PurchaseRequests;
import io.plumbline.procurement.Status;
import io.plumbline.procurement.TestFirm;
import io.plumbline.procurement.TestFirms;
import io.plumbline.project.ProjectId;
import io.plumbline.project.Projects;
import io.plumbline.shared.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

/** The whole way of a text: kept, understood, asked back, filed, answered. */
@SpringBootTest(
    classes = MessagingTestApplication.class,
    webEnvironment = WebEnvironment.NONE,
    properties = {
      "spring.main.banner-mode=off",
      "spring.flyway.enabled=false",
      "db-scheduler.enabled=false"
    })
@TestConstructor(autowireMode = AutowireMode.ALL)
class PurchaseByTextTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String IN_TEN_DAYS =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH)
          .format(LocalDate.ofInstant(Instant.now(), ZoneId.of("Asia/Riyadh")).plusDays(10));

  private final InboundMessages inbound;
  private final FakeMessenger messenger;
  private final PurchaseRequests requests;
  private final Projects projects;
  private final ChannelAddresses addresses;
  private final TestFirms firms;
  private final TestFirm firm;
  private final String phone = "+9665" + UUID.randomUUID().toString().replaceAll("[^1-9]", "5");

  PurchaseByTextTest(
      InboundMessages inbound,
      FakeMessenger messenger,
      PurchaseRequests requests,
      ChannelAddresses addresses,
      Projects projects,
      TestFirms firms) {
    this.inbound = inbound;
    this.messenger = messenger;
    this.requests = requests;
    this.projects = projects;
    this.addresses = addresses;
    this.firms = firms;
    this.firm = firms.newFirm();
    firm.run(
        firm.tenant().system(),
        () -> addresses.bind(Channel.WHATSAPP, phone, firm.requester().user()));
    project("VIL-7", "Villa 7");
  }

  @Test
  void shouldFileCompleteRequestAtOnce() {
    assertThat(say("Need 200 bags of cement for Tower B by " + IN_TEN_DAYS + ", about 4500"))
        .contains("PR-000001 is filed", "200 bags of cement", "Tower B", "4,500 SAR");
    var request = request("PR-000001");
    assertThat(request.amountMinor()).isEqualTo(450_000);
    assertThat(request.channel()).isEqualTo(Channel.WHATSAPP);
    assertThat(request.requesterId()).isEqualTo(firm.requester().user());
    assertThat(request.lines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.item()).isEqualTo("cement");
              assertThat(line.unit()).isEqualTo("bags");
              assertThat(line.unitPriceMinor()).isEqualTo(2_250);
            });
    assertThat(request.note()).contains("Need 200 bags of cement");
  }

  @Test
  void shouldAskForWhatIsMissingInOneMessageAndMergeTheAnswer() {
    assertThat(say("Need 200 bags of cement for Tower B by " + IN_TEN_DAYS))
        .contains("I understood: 200 bags of cement, Tower B")
        .contains("Please tell me: the total amount in SAR.");
    assertThat(all()).isEmpty();
    assertThat(say("4500")).contains("PR-000001 is filed", "4,500 SAR");
  }

  @Test
  void shouldAskForSeveralThingsAndTakeThemOneByOne() {
    assertThat(say("need 200 bags of cement"))
        .contains("the total amount in SAR", "Tower B or Villa 7", "until when");
    assertThat(say("the tower")).contains("Tower B", "the total amount").doesNotContain("Villa");
    assertThat(say(IN_TEN_DAYS + ", 4.5k")).contains("PR-000001 is filed", "4,500 SAR");
  }

  @Test
  void shouldAskWhetherDoubtfulValueIsRight() {
    assertThat(say("Need 200 bags of cement for Tower B by next week, about 4500"))
        .contains("until when you need it (", "YES");
    assertThat(say("yes")).contains("PR-000001 is filed");
  }

  @Test
  void shouldAskAgainWhenDoubtfulValueIsWrong() {
    say("Need 200 bags of cement for Tower B by next week, about 4500");
    assertThat(say("no")).contains("until when you need it.");
    assertThat(say(IN_TEN_DAYS)).contains("PR-000001 is filed");
  }

  @Test
  void shouldAskForCategoryItCannotGuess() {
    assertThat(say("Need 5 gizmos for Tower B by " + IN_TEN_DAYS + ", 500 SAR"))
        .contains("the category (materials, equipment, subcontract, services or office)");
    assertThat(say("equipment")).contains("PR-000001 is filed", "equipment");
  }

  @Test
  void shouldSayWhichRuleIsBrokenAndKeepTheRest() {
    assertThat(say("Need 200 bags of cement for Tower B by " + IN_TEN_DAYS + ", 0 SAR"))
        .contains("The total must be more than zero.", "the total amount in SAR");
    assertThat(say("-5")).contains("negative");
    assertThat(say("999999999999")).contains("at most");
    assertThat(say("500 EUR")).contains("SAR only");
    assertThat(say("4500 SAR")).contains("PR-000001 is filed", "200 bags of cement");
  }

  @Test
  void shouldNotTakeDayThatHasPassed() {
    assertThat(say("Need 200 bags of cement for Tower B by 1 Jan 2024, about 4500"))
        .contains("until when you need it (Mon 1 Jan 2024?)");
    assertThat(say("yes")).contains("is in the past");
    assertThat(say(IN_TEN_DAYS)).contains("PR-000001 is filed");
  }

  @Test
  void shouldKeepTotalThatCannotBeShared() {
    say("Need 3 doors for Tower B by " + IN_TEN_DAYS + ", 1000 SAR");
    var request = request("PR-000001");
    assertThat(request.amountMinor()).isEqualTo(100_000);
    assertThat(request.lines())
        .singleElement()
        .satisfies(line -> assertThat(line.item()).isEqualTo("3 pcs doors"));
  }

  @Test
  void shouldTellWhoIsNoRequesterAndKeepNoDraft() {
    firm.run(
        firm.tenant().system(),
        () -> addresses.bind(Channel.WHATSAPP, phone, firm.operator().user()));
    firms.assign(firm.tenant(), firm.project(), firm.operator().user());

    assertThat(say("need 200 bags of cement")).contains("role of requester");
    assertThat(say("Need 200 bags of cement for Tower B by " + IN_TEN_DAYS + ", about 4500"))
        .contains("role of requester");
    assertThat(say("cancel")).contains("nothing to drop");
    assertThat(all()).isEmpty();
  }

  @Test
  void shouldAnswerStatus() {
    assertThat(say("status")).contains("no purchase requests");
    say("Need 200 bags of cement for Tower B by " + IN_TEN_DAYS + ", about 4500");
    assertThat(say("status PR-000001")).contains("PR-000001", "4,500 SAR", "Waiting for approval");
    assertThat(say("Status pr 1?")).contains("PR-000001", "Waiting for approval");
    assertThat(say("STATUS")).contains("PR-000001");
    assertThat(say("status PR-000099")).contains("PR-000099");
  }

  @Test
  void shouldDropDraft() {
    assertThat(say("cancel")).contains("nothing to drop");
    say("need 200 bags of cement");
    assertThat(say("Cancel")).contains("Dropped");
    assertThat(say("4500")).contains("did not understand");
    assertThat(all()).isEmpty();
  }

  @Test
  void shouldStartOverWithNewCompleteRequest() {
    say("need 200 bags of cement");
    assertThat(say("Need 5 doors for Villa 7 by " + IN_TEN_DAYS + ", 5000 SAR"))
        .contains("PR-000001 is filed", "5 doors", "Villa 7");
  }

  @Test
  void shouldRepeatQuestionWhenAnswerIsNotUnderstood() {
    say("need 200 bags of cement");
    assertThat(say("hmm")).contains("did not get that", "the total amount");
  }

  @Test
  void shouldKnowOnlyProjectsOfTheSender() {
    var hidden = firm.asSystem(() -> projects.open("HID-1", "Hidden Palace"));
    assertThat(hidden).isNotNull();
    assertThat(say("Need 200 bags of cement for Hidden Palace by " + IN_TEN_DAYS + ", 4500"))
        .contains("the project (")
        .doesNotContain("Hidden");
  }

  @Test
  void shouldKeepApartWhatFirmsSay() {
    var other = firms.newFirm();
    say("Need 200 bags of cement for Tower B by " + IN_TEN_DAYS + ", about 4500");
    assertThat(
            other.as(
                other.admin(),
                () ->
                    requests.list(
                        new PurchaseRequestFilter(false, null, null, null),
                        new PageRequest(0, 10))))
        .isEmpty();
  }

  @Test
  void shouldGoOnWithWhatWasWrittenBeforeTheFirmWasChosen() {
    var other = firms.newFirm();
    other.run(
        other.tenant().system(),
        () -> addresses.bind(Channel.WHATSAPP, phone, other.requester().user()));
    var mine = firm.tenant().tenant().name();
    var number = mine.compareTo(other.tenant().tenant().name()) < 0 ? "1" : "2";

    assertThat(say("Need 200 bags of cement for Tower B by " + IN_TEN_DAYS)).contains(mine);
    assertThat(say(number)).contains("Please tell me: the total amount in SAR.");
    assertThat(say("4500")).contains("PR-000001 is filed", "4,500 SAR");
    assertThat(request("PR-000001").note()).contains("Need 200 bags of cement");
  }

  private String say(String text) {
    var before = messenger.bodiesTo(phone).size();
    inbound.receive(
        new InboundMessage(
            "SM" + UUID.randomUUID(), Channel.WHATSAPP, phone, "+14155238886", text, List.of()));
    await().atMost(PATIENCE).until(() -> messenger.bodiesTo(phone).size() > before);
    return messenger.bodiesTo(phone).getLast();
  }

  private PurchaseRequestDetails request(String number) {
    var found = firm.as(firm.requester(), () -> requests.find(number));
    assertThat(found.status()).isEqualTo(Status.SUBMITTED);
    return found;
  }

  private List<?> all() {
    return firm.as(
        firm.requester(),
        () -> requests.list(PurchaseRequestFilter.mine(), new PageRequest(0, 10)));
  }

  private ProjectId project(String code, String name) {
    var id = firm.asSystem(() -> projects.open(code, name));
    firms.assign(firm.tenant(), id, firm.requester().user());
    return id;
  }
}
