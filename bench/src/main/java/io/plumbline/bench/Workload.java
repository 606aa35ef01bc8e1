package io.plumbline.bench;

import io.plumbline.identity.Caller;
import io.plumbline.inbox.Inbox;
import io.plumbline.inbox.TaskDecision;
import io.plumbline.inbox.TaskRow;
import io.plumbline.messaging.NoticePreference;
import io.plumbline.messaging.NoticePreferences;
import io.plumbline.procurement.NewLine;
import io.plumbline.procurement.NewPurchaseRequest;
import io.plumbline.procurement.PurchaseRequests;
import io.plumbline.procurement.SubmittedRequest;
import io.plumbline.procurement.Vendors;
import io.plumbline.project.Projects;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Purchase requests of two approval levels, filed and decided through core like people do. */
final class Workload {
  /** Two levels: the project manager and procurement. */
  static final long AMOUNT_MINOR = 600_000;

  private final BenchSystem system;
  private final Caller requester;
  private final Caller firstApprover;
  private final Caller secondApprover;
  private final NewPurchaseRequest request;

  Workload(BenchSystem system) {
    this.system = system;
    requester = system.person("requester@acme");
    firstApprover = system.person("project.manager@acme");
    secondApprover = system.person("procurement.manager@acme");
    request = system.as(requester, () -> request(system));
  }

  private static NewPurchaseRequest request(BenchSystem system) {
    var project = system.bean(Projects.class).findByCode("TWR-B").orElseThrow();
    var vendor = system.bean(Vendors.class).active().getFirst();
    var line = new NewLine("cement, 50 kg", BigDecimal.valueOf(200), "bags", AMOUNT_MINOR / 200);
    return new NewPurchaseRequest(
        project.id().value(),
        "materials",
        List.of(line),
        "SAR",
        LocalDate.now(java.time.ZoneOffset.UTC).plusWeeks(4),
        "",
        vendor.id().value());
  }

  Caller firstApprover() {
    return firstApprover;
  }

  Caller secondApprover() {
    return secondApprover;
  }

  /** The outcome is told in the application alone: no message goes out. */
  void tellInTheApplicationOnly() {
    var news = new NoticePreference("request.news", List.of(), false);
    system.as(
        requester,
        () -> {
          system
              .bean(NoticePreferences.class)
              .save(new NoticePreferences.Choices(List.of(news), null));
          return true;
        });
  }

  SubmittedRequest submit() {
    return system.as(requester, () -> system.bean(PurchaseRequests.class).submit(request));
  }

  void approve(Caller approver, TaskRow task) {
    system.as(
        approver,
        () -> {
          system.bean(Inbox.class).complete(task.key(), TaskDecision.of("approve"));
          return true;
        });
  }
}
