package io.plumbline.procurement;

import static io.plumbline.procurement.TestProcess.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.CoreTest;
import io.plumbline.inbox.Duties;
import io.plumbline.inbox.TaskDecision;
import io.plumbline.shared.InvalidInput;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What all kinds tell of duties; exceeding the budget, choosing a vendor. */
@CoreTest
class TaskKindsTest extends TaskKindFixture {

  TaskKindsTest(PurchaseRequests requests, TestFirms firms, TestProcess process) {
    super(requests, firms, process);
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

  private static TaskDecision choose(String vendorId) {
    return new TaskDecision("choose", null, Map.of("vendorId", vendorId));
  }
}
