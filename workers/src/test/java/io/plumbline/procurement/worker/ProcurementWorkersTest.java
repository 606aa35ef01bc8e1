package io.plumbline.procurement.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.plumbline.procurement.BudgetExceeded;
import io.plumbline.procurement.BudgetLineMissing;
import io.plumbline.procurement.OrderId;
import io.plumbline.procurement.PurchaseRequestId;
import io.plumbline.procurement.PurchaseRequestSteps;
import io.plumbline.procurement.PurchaseRequestSteps.Commitment;
import io.plumbline.procurement.PurchaseRequestSteps.LevelSchedule;
import io.plumbline.procurement.VendorId;
import io.plumbline.shared.worker.BpmnError;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProcurementWorkersTest {
  private final PurchaseRequestSteps steps = mock(PurchaseRequestSteps.class);
  private final UUID id = UUID.randomUUID();
  private final PurchaseRequestId request = new PurchaseRequestId(id);
  private final CommitBudgetWorker commit = new CommitBudgetWorker(steps);
  private final CommitBudgetWorker.Input revision2 = new CommitBudgetWorker.Input(id, 2, false);

  @Test
  void shouldClaimForTheInstance() {
    when(steps.claim(request, 7)).thenReturn(true);
    var output = new ClaimRequestWorker(steps).work(new ClaimRequestWorker.Input(id, 7));
    assertThat(output).isEqualTo(new ClaimRequestWorker.Output(true));
  }

  @Test
  void shouldTellCommitmentAndWhatIsLeft() {
    var commitment = UUID.randomUUID();
    when(steps.commitBudget(request, 2, false)).thenReturn(new Commitment(commitment, 500));
    assertThat(commit.work(revision2)).isEqualTo(new CommitBudgetWorker.Output(commitment, 500));
  }

  @Test
  void shouldAskPeopleWhenTheBudgetDoesNotCoverIt() {
    when(steps.commitBudget(request, 2, false)).thenThrow(new BudgetExceeded("over", 300));
    assertThatThrownBy(() -> commit.work(revision2))
        .isInstanceOfSatisfying(
            BpmnError.class,
            e -> {
              assertThat(e.code()).isEqualTo("BUDGET_EXCEEDED");
              assertThat(e.variables()).isEqualTo(Map.of("overByMinor", 300L));
            });
  }

  @Test
  void shouldAskPeopleWhenThereIsNoBudgetLine() {
    when(steps.commitBudget(request, 2, false)).thenThrow(new BudgetLineMissing("none"));
    assertThatThrownBy(() -> commit.work(revision2))
        .isInstanceOfSatisfying(
            BpmnError.class, e -> assertThat(e.code()).isEqualTo("BUDGET_LINE_MISSING"));
  }

  @Test
  void shouldReleaseWithAndWithoutCommitment() {
    var worker = new ReleaseBudgetWorker(steps);
    worker.work(new ReleaseBudgetWorker.Input(id, id));
    worker.work(new ReleaseBudgetWorker.Input(id, null));
    verify(steps).releaseBudget(request, id);
    verify(steps).releaseBudget(request, null);
  }

  @Test
  void shouldTellDatesWithTheirOffset() {
    var due = ZonedDateTime.parse("2026-11-22T15:00:00+03:00[Asia/Riyadh]");
    when(steps.scheduleLevel(request, "finance-director", Duration.ofHours(8)))
        .thenReturn(new LevelSchedule(due, due.minusHours(1), due.plusHours(4)));
    assertThat(
            new ScheduleLevelWorker(steps)
                .work(new ScheduleLevelWorker.Input(id, "finance-director", 8)))
        .isEqualTo(
            new ScheduleLevelWorker.Output(
                "2026-11-22T15:00:00+03:00",
                "2026-11-22T14:00:00+03:00",
                "2026-11-22T19:00:00+03:00"));
  }

  @Test
  void shouldScheduleInstancesOfTheFirstModelThatNamedNoGroup() {
    var due = ZonedDateTime.parse("2026-11-22T15:00:00+03:00[Asia/Riyadh]");
    when(steps.scheduleLevel(request, null, Duration.ofHours(8)))
        .thenReturn(new LevelSchedule(due, due, due));
    assertThat(new ScheduleLevelWorker(steps).work(new ScheduleLevelWorker.Input(id, null, 8)))
        .extracting(ScheduleLevelWorker.Output::dueAt)
        .isEqualTo("2026-11-22T15:00:00+03:00");
  }

  @Test
  void shouldRemindAndEscalate() {
    new RemindApproverWorker(steps)
        .work(new RemindApproverWorker.Input(id, 2, 1, "project-manager"));
    new EscalateRequestWorker(steps)
        .work(new EscalateRequestWorker.Input(id, 2, 1, "finance-director"));
    verify(steps).remindApprover(request, 2, 1, "project-manager");
    verify(steps).escalate(request, 2, 1, "finance-director");
  }

  @Test
  void shouldCloseWhatDidNotBecomeAnOrder() {
    new ReturnRequestWorker(steps).work(new ReturnRequestWorker.Input(id, 2));
    new RejectRequestWorker(steps).work(new RejectRequestWorker.Input(id, 2));
    new WithdrawRequestWorker(steps).work(new WithdrawRequestWorker.Input(id));
    verify(steps).returnToRequester(request, 2);
    verify(steps).reject(request, 2);
    verify(steps).withdraw(request);
  }

  @Test
  void shouldIssueAndSendTheOrder() {
    var order = new OrderId(UUID.randomUUID());
    var vendor = new VendorId(UUID.randomUUID());
    when(steps.issueOrder(request, 2, vendor)).thenReturn(order);
    assertThat(new IssueOrderWorker(steps).work(new IssueOrderWorker.Input(id, 2, vendor.value())))
        .isEqualTo(new IssueOrderWorker.Output(order.value()));
    new SendOrderWorker(steps).work(new SendOrderWorker.Input(order.value()));
    verify(steps).sendOrder(order);
  }
}
