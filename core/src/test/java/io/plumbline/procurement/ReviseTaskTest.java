package io.plumbline.procurement;

import static io.plumbline.procurement.TestProcess.task;
import static io.plumbline.procurement.TestRequest.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plumbline.CoreTest;
import io.plumbline.inbox.TaskDecision;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.Problem;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sending a request again, changed. */
@CoreTest
class ReviseTaskTest extends TaskKindFixture {
  private final PurchaseRequestSteps steps;

  ReviseTaskTest(
      PurchaseRequests requests, TestFirms firms, TestProcess process, PurchaseRequestSteps steps) {
    super(requests, firms, process);
    this.steps = steps;
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

  @Test
  void shouldForgetWhoDecidedTheLastRevision() {
    process.sendBack(firm, id);
    resubmit(firm.aRequest().over(10).typed());
    assertThat(process.duties(firm, task(ApproveKind.KIND, id)).before()).isEmpty();
  }
}
