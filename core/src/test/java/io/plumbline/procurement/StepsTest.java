package io.plumbline.procurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.CoreTest;
import io.plumbline.TestClock;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Members;
import io.plumbline.messaging.FakeMailer;
import io.plumbline.messaging.ProviderAway;
import io.plumbline.messaging.ToldNotices;
import io.plumbline.shared.Conflict;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@CoreTest
class StepsTest {
  private final PurchaseRequestSteps steps;
  private final PurchaseRequests requests;
  private final TestFirms firms;
  private final TestProcess process;
  private final ToldNotices told;
  private final Members members;
  private final FakeMailer mailer;
  private final TestClock clock;
  private TestFirm firm;

  StepsTest(
      PurchaseRequestSteps steps,
      PurchaseRequests requests,
      TestFirms firms,
      TestProcess process,
      ToldNotices told,
      Members members,
      FakeMailer mailer,
      TestClock clock) {
    this.steps = steps;
    this.requests = requests;
    this.firms = firms;
    this.process = process;
    this.told = told;
    this.members = members;
    this.mailer = mailer;
    this.clock = clock;
  }

  @BeforeEach
  void newFirm() {
    firm = firms.newFirm();
  }

  @Test
  void shouldScheduleInTheFirmsZoneReminderBeforeAndEscalationAfterDue() {
    var id = firm.aRequest().submitted().id();
    var schedule =
        firm.asSystem(() -> steps.scheduleLevel(id, "project-manager", Duration.ofHours(8)));
    assertThat(schedule.dueAt().getZone()).isEqualTo(firm.tenant().tenant().zone());
    assertThat(schedule.remindAt()).isAfter(clock.instant().atZone(schedule.dueAt().getZone()));
    assertThat(schedule.remindAt()).isBefore(schedule.dueAt());
    assertThat(schedule.escalateAt()).isAfter(schedule.dueAt());
  }

  @Test
  void shouldEscalateAtOnceWhereNobodyOfTheGroupMayDecide() {
    var own = firm.aRequest().by(firm.projectManager()).submitted().id();
    var schedule =
        firm.asSystem(() -> steps.scheduleLevel(own, "project-manager", Duration.ofHours(8)));
    assertThat(schedule.escalateAt().toInstant()).isBeforeOrEqualTo(clock.instant());
    assertThat(schedule.remindAt()).isAfter(schedule.escalateAt());
    var nobody = firm.asSystem(() -> steps.scheduleLevel(own, "unknown", Duration.ofHours(8)));
    assertThat(nobody.escalateAt().toInstant()).isBeforeOrEqualTo(clock.instant());
  }

  @Test
  void shouldEscalateAtOnceWhereTheAccountsOfTheGroupAreStopped() {
    var id = firm.aRequest().submitted().id();
    stop(firm.projectManager());
    var schedule =
        firm.asSystem(() -> steps.scheduleLevel(id, "project-manager", Duration.ofHours(8)));
    assertThat(schedule.escalateAt().toInstant()).isBeforeOrEqualTo(clock.instant());
    firm.run(firm.tenant().system(), () -> steps.escalate(id, 1, 1, "project-manager"));
    assertThat(toldTo(firm.admin())).singleElement().asString().contains("PR-000001", "nobody");
  }

  private void stop(Caller person) {
    firm.tenant().account(person, "stopped-" + UUID.randomUUID(), "a long password");
    firm.run(firm.tenant().system(), () -> members.activate(person.user(), false));
  }

  @Test
  void shouldTellAdministratorsOnceWhenNobodyIsLeftToDecide() {
    var own = firm.aRequest().by(firm.projectManager()).submitted().id();
    for (var time = 0; time < 2; time++) {
      firm.run(firm.tenant().system(), () -> steps.escalate(own, 1, 1, "project-manager"));
    }
    assertThat(toldTo(firm.projectManager())).isEmpty();
    assertThat(toldTo(firm.admin())).singleElement().asString().contains("PR-000001", "nobody");
  }

  @Test
  void shouldRemindCandidatesOnceButNotRequester() {
    var byManager = firm.aRequest().by(firm.projectManager()).submitted().id();
    var other = firm.tenant().person("Second Manager", io.plumbline.identity.Role.PROJECT_MANAGER);
    for (var time = 0; time < 2; time++) {
      firm.run(
          firm.tenant().system(), () -> steps.remindApprover(byManager, 1, 1, "project-manager"));
    }
    assertThat(toldTo(other)).singleElement().asString().contains("PR-000001", "waits");
    assertThat(toldTo(firm.projectManager())).isEmpty();
    assertThat(kinds(byManager)).containsOnlyOnce("reminded");
  }

  @Test
  void shouldTellNextInLineOfEscalationOnce() {
    var id = firm.aRequest().submitted().id();
    for (var time = 0; time < 2; time++) {
      firm.run(firm.tenant().system(), () -> steps.escalate(id, 1, 2, "finance-director"));
    }
    assertThat(toldTo(firm.financeDirector())).hasSize(1);
    assertThat(kinds(id)).containsOnlyOnce("escalated");
  }

  @Test
  void shouldReturnToRequesterWithReasonOnce() {
    var id = firm.aRequest().submitted().id();
    process.sendBack(firm, id);
    firm.run(firm.tenant().system(), () -> steps.returnToRequester(id, 1));
    assertThat(find(id).status()).isEqualTo(Status.SENT_BACK);
    assertThat(toldTo(firm.requester())).singleElement().asString().contains("too many");
    assertThat(kinds(id)).containsOnlyOnce("sentBack");
  }

  @Test
  void shouldRejectWithReasonOnce() {
    var id = firm.aRequest().submitted().id();
    process.commit(firm, id);
    process.decide(
        firm.projectManager(),
        firm,
        TestProcess.task(ApproveKind.KIND, id),
        io.plumbline.inbox.TaskDecision.of("reject", "no longer needed"),
        1);
    for (var time = 0; time < 2; time++) {
      firm.run(firm.tenant().system(), () -> steps.reject(id, 1));
    }
    assertThat(find(id).status()).isEqualTo(Status.REJECTED);
    assertThat(toldTo(firm.requester())).singleElement().asString().contains("no longer needed");
  }

  @Test
  void shouldWithdrawOnceAndLeaveRejectedOnesAlone() {
    var id = firm.aRequest().submitted().id();
    firm.run(firm.requester(), () -> requests.withdraw(id, "found some in store"));
    var rejected = firm.aRequest().submitted().id();
    firm.run(firm.tenant().system(), () -> steps.reject(rejected, 1));
    for (var time = 0; time < 2; time++) {
      firm.run(firm.tenant().system(), () -> steps.withdraw(id));
      firm.run(firm.tenant().system(), () -> steps.withdraw(rejected));
    }
    assertThat(find(id).status()).isEqualTo(Status.WITHDRAWN);
    assertThat(find(rejected).status()).isEqualTo(Status.REJECTED);
    assertThat(toldTo(firm.requester())).filteredOn(text -> text.contains("withdrawn")).hasSize(1);
  }

  @Test
  void shouldIssueOneOrderHoweverOftenAsked() {
    var id = firm.aRequest().over(2_000).submitted().id();
    process.approve(firm, id);
    Callable<OrderId> step = () -> issue(id);
    var orders = BudgetStepsTest.atOnce(IntStream.range(0, 6).mapToObj(i -> step).toList());

    assertThat(orders).containsOnly(orders.getFirst());
    var found = find(id);
    assertThat(found.status()).isEqualTo(Status.ORDERED);
    assertThat(Objects.requireNonNull(found.order()).number()).isEqualTo("PO-000001");
    assertThat(Objects.requireNonNull(found.budget()).orderedMinor()).isEqualTo(200_000);
    assertThat(found.budget().committedMinor()).isZero();
    assertThat(toldTo(firm.requester()))
        .singleElement()
        .asString()
        .contains("PO-000001", "Gulf Cement");
    assertThat(process.order(firm, firm.aRequest().submitted().id()))
        .isNotEqualTo(orders.getFirst());
  }

  @Test
  void shouldNotReleaseWhatIsOrdered() {
    var id = firm.aRequest().over(2_000).submitted().id();
    process.order(firm, id);
    firm.run(firm.tenant().system(), () -> steps.releaseBudget(id, null));
    assertThat(Objects.requireNonNull(find(id).budget()).orderedMinor()).isEqualTo(200_000);
  }

  @Test
  void shouldNotOrderWithoutApprovalOrCommitment() {
    var unapproved = firm.aRequest().submitted().id();
    process.commit(firm, unapproved);
    assertThatThrownBy(() -> issue(unapproved))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("no approval");

    var released = firm.aRequest().submitted().id();
    process.approve(firm, released);
    firm.run(firm.tenant().system(), () -> steps.releaseBudget(released, null));
    assertThatThrownBy(() -> issue(released))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("no money");
    assertThat(find(released).order()).isNull();
  }

  @Test
  void shouldNotOrderWhileWithdrawalIsPending() {
    var id = firm.aRequest().submitted().id();
    process.approve(firm, id);
    firm.run(firm.requester(), () -> requests.withdraw(id, "changed my mind"));
    assertThatThrownBy(() -> issue(id)).isInstanceOf(Conflict.class);
    firm.run(firm.tenant().system(), () -> steps.withdraw(id));
    assertThat(find(id).status()).isEqualTo(Status.WITHDRAWN);
    assertThatThrownBy(() -> issue(id)).isInstanceOf(Conflict.class);
  }

  @Test
  void shouldMailOrderOnceItsServerIsThere() {
    var id = firm.aRequest().submitted().id();
    var order = process.order(firm, id);
    mailer.away(true);
    try {
      assertThatThrownBy(() -> send(order)).isInstanceOf(ProviderAway.class);
      assertThat(Objects.requireNonNull(find(id).order()).sentAt()).isNull();
    } finally {
      mailer.away(false);
    }
    send(order);
    send(order);

    var mails = mailsAbout(order);
    assertThat(mails).hasSize(1);
    assertThat(mails.getFirst().to()).isEqualTo("orders@gulf-cement.example");
    assertThat(mails.getFirst().subject()).contains("PO-000001");
    assertThat(mails.getFirst().attachments())
        .singleElement()
        .satisfies(file -> assertThat(file.name()).isEqualTo("PO-000001.pdf"));
    assertThat(Objects.requireNonNull(find(id).order()).sentAt()).isNotNull();
    assertThat(kinds(id)).containsOnlyOnce("ordered", "orderSent");
  }

  private List<FakeMailer.Mail> mailsAbout(OrderId order) {
    return mailer.to("orders@gulf-cement.example").stream()
        .filter(mail -> mail.messageId().equals("order-" + order + "@plumbline"))
        .toList();
  }

  private void send(OrderId order) {
    firm.run(firm.tenant().system(), () -> steps.sendOrder(order));
  }

  private OrderId issue(PurchaseRequestId id) {
    return firm.asSystem(() -> steps.issueOrder(id, 1, firm.vendor()));
  }

  private PurchaseRequestDetails find(PurchaseRequestId id) {
    return firm.as(firm.admin(), () -> requests.find(id));
  }

  private List<String> kinds(PurchaseRequestId id) {
    return find(id).timeline().stream().map(PurchaseRequestDetails.Event::kind).toList();
  }

  private List<String> toldTo(io.plumbline.identity.Caller person) {
    return firm.asSystem(() -> told.to(person.user()));
  }
}
