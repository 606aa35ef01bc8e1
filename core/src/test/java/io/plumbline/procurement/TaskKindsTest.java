package io.plumbline.procurement;

import static io.plumbline.procurement.TestProcess.task;
import static io.plumbline.procurement.TestRequest.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plumbline.CoreTest;
import io.plumbline.identity.Caller;
import io.plumbline.inbox.Duties;
import io.plumbline.inbox.Duties.DecidedBy;
import io.plumbline.inbox.TaskDecision;
import io.plumbline.messaging.ToldNotices;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotFound;
import io.plumbline.shared.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@CoreTest
class TaskKindsTest {
  private static final String OVER_BUDGET = "procurement.decideOverBudget";
  private static final String VENDOR = "procurement.chooseVendor";
  private static final String REVISE = "procurement.revise";

  private final PurchaseRequests requests;
  private final PurchaseRequestSteps steps;
  private final TestFirms firms;
  private final TestProcess process;
  private final ToldNotices told;
  private TestFirm firm;
  private PurchaseRequestId id;

  TaskKindsTest(
      PurchaseRequests requests,
      PurchaseRequestSteps steps,
      TestFirms firms,
      TestProcess process,
      ToldNotices told) {
    this.requests = requests;
    this.steps = steps;
    this.firms = firms;
    this.process = process;
    this.told = told;
  }

  @BeforeEach
  void newRequest() {
    firm = firms.newFirm();
    id = firm.aRequest().withoutVendor().submitted().id();
  }

  @Test
  void shouldRecordApprovalAndTellTheEngine() {
    var variables = approve(firm.projectManager(), 2);
    assertThat(variables)
        .isEqualTo(
            Map.of(
                "decision",
                Map.of("outcome", "approve", "by", firm.projectManager().user().toString())));
    assertThat(find().decisions())
        .singleElement()
        .satisfies(
            decision -> {
              assertThat(decision.outcome()).isEqualTo("approve");
              assertThat(decision.byName()).isEqualTo("Petra Projects");
              assertThat(decision.levelCount()).isEqualTo(2);
              assertThat(decision.revision()).isEqualTo(1);
            });
    assertThat(find().status()).isEqualTo(Status.SUBMITTED);
  }

  @Test
  void shouldBeApprovedWhenEveryLevelApproved() {
    approve(firm.projectManager(), 2);
    approve(firm.procurementManager(), 2);
    assertThat(find().status()).isEqualTo(Status.APPROVED);
  }

  @Test
  void shouldWantReasonForRejectionAndSendingBack() {
    for (var outcome : List.of("reject", "sendBack")) {
      var refused =
          catchThrowableOfType(
              InvalidInput.class,
              () -> decide(firm.projectManager(), ApproveKind.KIND, TaskDecision.of(outcome, " ")));
      assertThat(refused.problems()).extracting(Problem::field).containsExactly("reason");
    }
    assertThat(find().decisions()).isEmpty();
  }

  @Test
  void shouldRefuseOutcomesOfOtherKinds() {
    assertThatThrownBy(
            () -> decide(firm.projectManager(), ApproveKind.KIND, TaskDecision.of("allow", "x")))
        .isInstanceOf(InvalidInput.class);
    assertThat(find().decisions()).isEmpty();
  }

  @Test
  void shouldTellWhoseRequestIsJudged() {
    for (var kind : List.of(ApproveKind.KIND, OVER_BUDGET)) {
      assertThat(process.duties(firm, task(kind, id)))
          .isEqualTo(Duties.deciding(firm.requester().user(), List.of()));
    }
    for (var kind : List.of(VENDOR, REVISE)) {
      assertThat(process.duties(firm, task(kind, id))).isEqualTo(Duties.work());
    }
  }

  @Test
  void shouldTellWhoApprovedOtherLevelsOfTheRevisionAndForWhom() {
    approve(firm.projectManager(), 3);
    approve(firm.admin().actingFor(firm.financeDirector().user()), 3);

    assertThat(process.duties(firm, task(ApproveKind.KIND, id)).before())
        .containsExactly(
            new DecidedBy(firm.projectManager().user(), null),
            new DecidedBy(firm.admin().user(), firm.financeDirector().user()));
    assertThat(process.duties(firm, task(OVER_BUDGET, id)).before()).isEmpty();
  }

  @Test
  void shouldTellThatADecisionWasMadeForSomeone() {
    approve(firm.admin().actingFor(firm.financeDirector().user()), 2);

    assertThat(find().decisions())
        .singleElement()
        .satisfies(
            decision -> {
              assertThat(decision.byName()).isEqualTo("Ada Admin");
              assertThat(decision.forName()).isEqualTo("Fadi Finance");
            });
    assertThat(find().timeline().getLast().forName()).isEqualTo("Fadi Finance");
  }

  @Test
  void shouldForgetWhoDecidedTheLastRevision() {
    process.sendBack(firm, id);
    resubmit(firm.aRequest().over(10).typed());
    assertThat(process.duties(firm, task(ApproveKind.KIND, id)).before()).isEmpty();
  }

  @Test
  void shouldDecideOneTaskOnce() {
    var one = task(ApproveKind.KIND, id);
    process.decide(firm.projectManager(), firm, one, "approve", 3);
    assertThatThrownBy(() -> process.decide(firm.financeDirector(), firm, one, "approve", 3))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("already decided");
  }

  @Test
  void shouldNotDecideWhatIsBeingWithdrawn() {
    firm.run(firm.requester(), () -> requests.withdraw(id, "not needed"));
    assertThatThrownBy(() -> approve(firm.projectManager(), 1))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("being withdrawn");
  }

  @Test
  void shouldNotDecideRequestsOfOtherFirms() {
    var other = firms.newFirm();
    assertThatThrownBy(
            () ->
                process.decide(
                    other.projectManager(), other, task(ApproveKind.KIND, id), "approve", 1))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void shouldTakeApprovalBackAndTellWhenEngineHadMovedOn() {
    var task = task(ApproveKind.KIND, id);
    process.decide(firm.projectManager(), firm, task, "approve", 1);
    assertThat(find().status()).isEqualTo(Status.APPROVED);
    for (var time = 0; time < 2; time++) {
      process.refused(firm, task, "it was escalated meanwhile");
    }
    assertThat(find().status()).isEqualTo(Status.SUBMITTED);
    assertThat(find().decisions().getFirst().voidReason()).isEqualTo("it was escalated meanwhile");
    assertThat(firm.asSystem(() -> told.to(firm.projectManager().user())))
        .singleElement()
        .asString()
        .contains("escalated meanwhile");
    assertThat(process.duties(firm, task(ApproveKind.KIND, id)).before()).isEmpty();
  }

  @Test
  void shouldLetResetEngineUseKeyOfATaskAgain() {
    var first = task(ApproveKind.KIND, id);
    process.decide(firm.projectManager(), firm, first, "approve", 2);
    var other = firm.aRequest().submitted().id();
    var reused = TestProcess.task(ApproveKind.KIND, other, first.key());
    process.decide(firm.projectManager(), firm, reused, "approve", 2);

    process.refused(firm, first, "the engine started anew");

    assertThat(find().decisions().getFirst().voidReason()).isEqualTo("the engine started anew");
    assertThat(find(other).decisions().getFirst().voidReason()).isNull();
  }

  @Test
  void shouldLetRequesterReviseAgainWhenEngineRefusedTheRevision() {
    process.sendBack(firm, id);
    var revise = task(REVISE, id);
    process.decide(firm.requester(), firm, revise, resubmission(firm.aRequest().typed()), 1);

    process.refused(firm, revise, "no");

    assertThat(find().status()).isEqualTo(Status.SENT_BACK);
    assertThat(resubmit(firm.aRequest().typed())).containsEntry("revision", 3);
  }

  @Test
  void shouldDecideOverBudget() {
    assertThat(decide(firm.financeDirector(), OVER_BUDGET, TaskDecision.of("allow")))
        .isEqualTo(Map.of("overBudgetAllowed", true));
    assertThat(decide(firm.financeDirector(), OVER_BUDGET, TaskDecision.of("refuse", "no money")))
        .isEqualTo(Map.of("overBudgetAllowed", false));
    assertThatThrownBy(() -> decide(firm.financeDirector(), OVER_BUDGET, TaskDecision.of("refuse")))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void shouldChooseActiveVendorOfTheFirm() {
    var vendor = firm.vendor().toString();
    assertThat(decide(firm.procurementManager(), VENDOR, choose(vendor)))
        .isEqualTo(Map.of("vendorId", vendor));
    assertThat(find().vendor()).isNotNull();
    for (var wrong :
        List.of("", "gulf", UUID.randomUUID().toString(), firms.newFirm().vendor().toString())) {
      assertThatThrownBy(() -> decide(firm.procurementManager(), VENDOR, choose(wrong)))
          .isInstanceOf(InvalidInput.class);
    }
  }

  @Test
  void shouldTakeChosenVendorBackWhenEngineHadMovedOn() {
    var task = task(VENDOR, id);
    process.decide(firm.procurementManager(), firm, task, choose(firm.vendor().toString()), 1);
    process.refused(firm, task, "it was withdrawn");
    assertThat(find().vendor()).isNull();
  }

  @Test
  void shouldStartOverWithRevisedRequest() {
    process.sendBack(firm, id);
    var variables =
        resubmit(firm.aRequest().of(line("cement", "50", "bags", 2_000)).withoutVendor().typed());

    assertThat(variables)
        .containsEntry("revision", 2)
        .containsEntry("amountMinor", 100_000L)
        .containsEntry("currency", "SAR")
        .containsEntry("category", "materials")
        .containsEntry("projectId", firm.project().toString())
        .containsEntry("title", "50 bags of cement")
        .containsEntry("overBudgetAllowed", false)
        .containsKey("vendorId");
    assertThat(variables.get("vendorId")).isNull();
    var found = find();
    assertThat(found.status()).isEqualTo(Status.SUBMITTED);
    assertThat(found.revision()).isEqualTo(2);
    assertThat(found.lines())
        .singleElement()
        .satisfies(line -> assertThat(line.unit()).isEqualTo("bags"));
    assertThat(firm.asSystem(() -> steps.commitBudget(id, 2, false)).budgetLeftMinor())
        .isEqualTo(99_900_000);
  }

  @Test
  void shouldCheckRevisedRequestAsStrictlyAsNewOne() {
    process.sendBack(firm, id);
    var refused =
        catchThrowableOfType(
            InvalidInput.class,
            () ->
                resubmit(
                    firm.aRequest()
                        .of(line("cement", "-1", "bags", 1))
                        .neededBy(LocalDate.EPOCH)
                        .typed()));
    assertThat(refused.problems())
        .extracting(Problem::field)
        .containsExactlyInAnyOrder("lines[0].quantity", "neededBy");
    assertThatThrownBy(
            () ->
                decide(
                    firm.requester(),
                    REVISE,
                    new TaskDecision("resubmit", null, Map.of("lines", "many"))))
        .isInstanceOf(InvalidInput.class);
    assertThat(find().status()).isEqualTo(Status.SENT_BACK);
    assertThat(find().revision()).isEqualTo(1);
  }

  @Test
  void shouldLetOnlyTheRequesterRevise() {
    process.sendBack(firm, id);
    assertThat(process.whyNot(firm.admin(), firm, task(REVISE, id)))
        .contains("procurement.notRequester");
    assertThat(process.whyNot(firm.requester(), firm, task(REVISE, id))).isEmpty();
    var substitute = firm.admin().actingFor(firm.requester().user());
    assertThat(process.whyNot(substitute, firm, task(REVISE, id))).isEmpty();
  }

  private Map<String, Object> resubmit(NewPurchaseRequest typed) {
    return decide(firm.requester(), REVISE, resubmission(typed));
  }

  private static TaskDecision resubmission(NewPurchaseRequest typed) {
    var lines =
        typed.lines().stream()
            .map(
                line ->
                    Map.of(
                        "item", String.valueOf(line.item()),
                        "quantity", String.valueOf(line.quantity()),
                        "unit", String.valueOf(line.unit()),
                        "unitPriceMinor", String.valueOf(line.unitPriceMinor())))
            .toList();
    return new TaskDecision(
        "resubmit",
        null,
        Map.of(
            "projectId", String.valueOf(typed.projectId()),
            "category", String.valueOf(typed.category()),
            "lines", lines,
            "currency", String.valueOf(typed.currency()),
            "neededBy", String.valueOf(typed.neededBy())));
  }

  private static TaskDecision choose(String vendorId) {
    return new TaskDecision("choose", null, Map.of("vendorId", vendorId));
  }

  private Map<String, Object> approve(Caller caller, int levels) {
    return process.decide(caller, firm, task(ApproveKind.KIND, id), "approve", levels);
  }

  private Map<String, Object> decide(Caller caller, String kind, TaskDecision decision) {
    return process.decide(caller, firm, task(kind, id), decision, 1);
  }

  private PurchaseRequestDetails find() {
    return find(id);
  }

  private PurchaseRequestDetails find(PurchaseRequestId request) {
    return firm.as(firm.requester(), () -> requests.find(request));
  }
}
