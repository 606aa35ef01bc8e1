package io.plumbline.procurement;

import static io.plumbline.procurement.TestProcess.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plumbline.CoreTest;
import io.plumbline.identity.Caller;
import io.plumbline.inbox.Duties.DecidedBy;
import io.plumbline.inbox.TaskDecision;
import io.plumbline.messaging.ToldNotices;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotFound;
import io.plumbline.shared.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Deciding a level, and what becomes of it when the engine had moved on. */
@CoreTest
class ApproveTaskTest extends TaskKindFixture {
  private final ToldNotices told;

  ApproveTaskTest(
      PurchaseRequests requests, TestFirms firms, TestProcess process, ToldNotices told) {
    super(requests, firms, process);
    this.told = told;
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

  private Map<String, Object> approve(Caller caller, int levels) {
    return process.decide(caller, firm, task(ApproveKind.KIND, id), "approve", levels);
  }
}
