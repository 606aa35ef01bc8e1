package io.plumbline.app;

import static org.awaitility.Awaitility.await;

import io.plumbline.identity.Caller;
import io.plumbline.identity.TenantId;
import io.plumbline.inbox.Inbox;
import io.plumbline.inbox.InboxQuery;
import io.plumbline.inbox.TaskDecision;
import io.plumbline.inbox.TaskRow;
import io.plumbline.procurement.NewLine;
import io.plumbline.procurement.NewPurchaseRequest;
import io.plumbline.procurement.PurchaseRequestDetails;
import io.plumbline.procurement.PurchaseRequests;
import io.plumbline.procurement.SubmittedRequest;
import io.plumbline.procurement.Vendor;
import io.plumbline.procurement.Vendors;
import io.plumbline.project.Projects;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A person at work: what the screens offer, without the screens. */
final class Actor {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final PlumblineSystem system;
  private final Caller caller;

  Actor(PlumblineSystem system, Caller caller) {
    this.system = system;
    this.caller = caller;
  }

  TenantId tenant() {
    return caller.tenant();
  }

  /** Files a request of one line in Tower B's materials, without or with a vendor. */
  SubmittedRequest submit(long amountMinor, boolean vendorKnown) {
    return submit("TWR-B", "materials", amountMinor, vendorKnown);
  }

  SubmittedRequest submit(String project, String category, long amountMinor, boolean vendorKnown) {
    return call(() -> file(request(project, category, amountMinor, "for the core", vendorKnown)));
  }

  /** Files a small request that one level decides, recognisable by its note. */
  SubmittedRequest submitSmall(String note) {
    return call(() -> file(request("TWR-B", "materials", 10_000, note, true)));
  }

  /** Files a request of one line with this item. */
  SubmittedRequest submitItem(String item, long amountMinor) {
    return call(
        () -> {
          var plain = request("TWR-B", "materials", amountMinor, "for the core", true);
          var line = new NewLine(item, BigDecimal.ONE, "lot", amountMinor);
          return file(
              new NewPurchaseRequest(
                  plain.projectId(),
                  plain.category(),
                  List.of(line),
                  plain.currency(),
                  plain.neededBy(),
                  plain.note(),
                  plain.vendorId()));
        });
  }

  private SubmittedRequest file(NewPurchaseRequest request) {
    return system.bean(PurchaseRequests.class).submit(request);
  }

  PurchaseRequestDetails request(String number) {
    return call(() -> system.bean(PurchaseRequests.class).find(number));
  }

  void withdraw(String number) {
    var id = request(number).id();
    run(() -> system.bean(PurchaseRequests.class).withdraw(id, "not needed any more"));
  }

  /** Waits for the open task on a request that this person can act on. */
  TaskRow task(String number) {
    return await("task on " + number + " for " + caller.name())
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> openTask(number), Optional::isPresent)
        .orElseThrow();
  }

  Optional<TaskRow> openTask(String number) {
    var query = InboxQuery.first();
    return call(
        () ->
            system.bean(Inbox.class).page(query).stream()
                .filter(task -> number.equals(task.businessKey()) && !task.sending())
                .findFirst());
  }

  /** Waits for the task and decides it. */
  void decide(String number, TaskDecision decision) {
    var key = task(number).key();
    complete(key, decision);
  }

  /** Open tasks this person can act on, at most 50. */
  List<TaskRow> openTasks() {
    return call(() -> system.bean(Inbox.class).page(InboxQuery.first()));
  }

  void complete(long taskKey, TaskDecision decision) {
    run(() -> system.bean(Inbox.class).complete(taskKey, decision));
  }

  Vendor vendor() {
    return call(() -> system.bean(Vendors.class).active().getFirst());
  }

  <T> T call(Supplier<T> action) {
    return system.callers().call(caller, action);
  }

  void run(Runnable action) {
    system.callers().run(caller, action);
  }

  private NewPurchaseRequest request(
      String project, String category, long amountMinor, String note, boolean vendorKnown) {
    var id = system.bean(Projects.class).findByCode(project).orElseThrow().id().value();
    var line = new NewLine("cement, 50 kg bags", BigDecimal.ONE, "lot", amountMinor);
    return new NewPurchaseRequest(
        id, category, List.of(line), "SAR", inTwoWeeks(), note, vendorId(vendorKnown));
  }

  private @Nullable UUID vendorId(boolean known) {
    return known ? system.bean(Vendors.class).active().getFirst().id().value() : null;
  }

  private static LocalDate inTwoWeeks() {
    return LocalDate.now(java.time.ZoneId.of("Asia/Riyadh")).plusWeeks(2);
  }
}
