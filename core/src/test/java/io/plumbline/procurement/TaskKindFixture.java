package io.plumbline.procurement;

import static io.plumbline.procurement.TestProcess.task;
import static io.plumbline.procurement.TestRequest.line;

import io.plumbline.identity.Caller;
import io.plumbline.inbox.TaskDecision;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** A request that waits for its levels, and the tasks about it. */
abstract class TaskKindFixture {
  static final String OVER_BUDGET = "procurement.decideOverBudget";
  static final String VENDOR = "procurement.chooseVendor";
  static final String REVISE = "procurement.revise";

  final PurchaseRequests requests;
  final TestFirms firms;
  final TestProcess process;
  TestFirm firm;
  PurchaseRequestId id;

  TaskKindFixture(PurchaseRequests requests, TestFirms firms, TestProcess process) {
    this.requests = requests;
    this.firms = firms;
    this.process = process;
  }

  @BeforeEach
  final void newRequest() {
    firm = firms.newFirm();
    id = firm.aRequest().withoutVendor().submitted().id();
  }

  final Map<String, Object> resubmit(NewPurchaseRequest typed) {
    return decide(firm.requester(), REVISE, resubmission(typed));
  }

  static TaskDecision resubmission(NewPurchaseRequest typed) {
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

  final Map<String, Object> decide(Caller caller, String kind, TaskDecision decision) {
    return process.decide(caller, firm, task(kind, id), decision, 1);
  }

  final PurchaseRequestDetails find() {
    return find(id);
  }

  final PurchaseRequestDetails find(PurchaseRequestId request) {
    return firm.as(firm.requester(), () -> requests.find(request));
  }
}
