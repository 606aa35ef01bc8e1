package io.plumbline.procurement;

import io.plumbline.identity.People;
import io.plumbline.identity.Person;
import io.plumbline.project.ProjectRow;
import io.plumbline.project.Projects;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts one request together with everything about it. */
@Component
class RequestAssembly {
  private final RequestHistory history;
  private final Budgets budgets;
  private final Commitments commitments;
  private final Orders orders;
  private final Names names;

  RequestAssembly(
      RequestHistory history,
      Budgets budgets,
      Commitments commitments,
      Orders orders,
      Names names) {
    this.history = history;
    this.budgets = budgets;
    this.commitments = commitments;
    this.orders = orders;
    this.names = names;
  }

  PurchaseRequestDetails detailsOf(PurchaseRequest request, boolean mayWithdraw) {
    var id = request.id();
    var wanted = request.wanted();
    return new PurchaseRequestDetails(
        id,
        request.number(),
        wanted.title(),
        request.status(),
        request.requester(),
        names.requester(request),
        request.channel(),
        names.project(request),
        wanted.category(),
        wanted.amountMinor(),
        wanted.currency(),
        wanted.neededBy(),
        wanted.note(),
        names.vendor(request),
        request.revision(),
        request.submittedAt(),
        request.processInstanceKey(),
        request.withdrawalReason() != null,
        mayWithdraw && request.withdrawable(),
        lines(request),
        history.decisions(id),
        history.timeline(id),
        history.comments(id),
        budget(request),
        order(id));
  }

  static List<PurchaseRequestDetails.Line> lines(PurchaseRequest request) {
    var lines = new ArrayList<PurchaseRequestDetails.Line>();
    for (var line : request.wanted().lines()) {
      lines.add(
          new PurchaseRequestDetails.Line(
              lines.size() + 1,
              line.item(),
              line.quantity(),
              line.unit(),
              line.unitPriceMinor(),
              line.totalMinor()));
    }
    return lines;
  }

  private @Nullable BudgetPosition budget(PurchaseRequest request) {
    var wanted = request.wanted();
    var committed =
        commitments
            .find(request.id(), request.revision())
            .filter(commitment -> commitment.state() != Commitments.State.RELEASED)
            .filter(commitment -> commitment.budgetLine() != null);
    return budgets
        .find(wanted)
        .map(
            standing ->
                new BudgetPosition(
                    wanted.category(),
                    wanted.currency(),
                    standing.budgetMinor(),
                    standing.orderedMinor(),
                    standing.committedMinor(),
                    wanted.amountMinor(),
                    committed.isPresent()))
        .orElse(null);
  }

  private PurchaseRequestDetails.@Nullable Order order(PurchaseRequestId id) {
    return orders
        .ofRequest(id)
        .map(
            order ->
                new PurchaseRequestDetails.Order(
                    order.id(), order.number(), order.document(), order.issuedAt(), order.sentAt()))
        .orElse(null);
  }

  /** Names behind the ids of a request. */
  @Component
  static class Names {
    private final People people;
    private final Projects projects;
    private final Vendors vendors;

    Names(People people, Projects projects, Vendors vendors) {
      this.people = people;
      this.projects = projects;
      this.vendors = vendors;
    }

    String requester(PurchaseRequest request) {
      return people.find(request.requester()).map(Person::name).orElseThrow();
    }

    ProjectRow project(PurchaseRequest request) {
      return projects.find(request.wanted().project()).orElseThrow();
    }

    @Nullable Vendor vendor(PurchaseRequest request) {
      var vendor = request.wanted().vendor();
      return vendor == null ? null : vendors.find(vendor).orElseThrow();
    }
  }
}
