package io.plumbline.procurement;

import io.plumbline.identity.Caller;
import io.plumbline.inbox.Duties;
import io.plumbline.inbox.TaskDecision;
import io.plumbline.inbox.TaskKind;
import io.plumbline.inbox.TaskRef;
import io.plumbline.inbox.TaskRow;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.Problem;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who an approved request is ordered from; {@code data.vendorId} names an active vendor. */
@Component
@Transactional
class ChooseVendorKind implements TaskKind {
  static final String CHOOSE = "choose";

  private final TaskDecisions decisions;
  private final Vendors vendors;

  ChooseVendorKind(TaskDecisions decisions, Vendors vendors) {
    this.decisions = decisions;
    this.vendors = vendors;
  }

  @Override
  public String formKey() {
    return "procurement.chooseVendor";
  }

  @Override
  public String process() {
    return PurchaseRequests.PROCESS;
  }

  @Override
  public List<String> outcomes() {
    return List.of(CHOOSE);
  }

  @Override
  public Duties duties(TaskRow task) {
    return Duties.work();
  }

  @Override
  public void hold(TaskRow task) {
    decisions.hold(task);
  }

  @Override
  public Map<String, Object> complete(
      TaskRow task, Map<String, Object> variables, TaskDecision decision, Caller caller) {
    var request = decisions.begin(this, task, decision);
    var vendor = vendor(decision.data().get("vendorId"));
    request.chooseVendor(vendor.id());
    decisions.record(request, task, variables, decision, false);
    return Map.of("vendorId", vendor.id().toString());
  }

  @Override
  public void refused(TaskRef task, String reason) {
    decisions.annul(task, reason, PurchaseRequest::takeVendorBack);
  }

  private Vendor vendor(@Nullable Object typed) {
    if (typed == null || typed.toString().isBlank()) {
      throw problem("procurement.vendor.missing");
    }
    try {
      return vendors
          .findActive(new VendorId(UUID.fromString(typed.toString())))
          .orElseThrow(() -> problem("procurement.vendor.unknown"));
    } catch (IllegalArgumentException e) {
      throw problem("procurement.vendor.unknown");
    }
  }

  private static InvalidInput problem(String code) {
    return new InvalidInput(List.of(Problem.of("vendorId", code)));
  }
}
