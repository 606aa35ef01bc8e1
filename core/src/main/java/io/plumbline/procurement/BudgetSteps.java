package io.plumbline.procurement;

import io.plumbline.procurement.Commitments.Commitment;
import io.plumbline.procurement.Commitments.State;
import io.plumbline.shared.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Promises money and gives it back. The budget line is locked while its sum is looked at, so that
 * two requests cannot take the same money.
 */
@Component
class BudgetSteps {
  private final Budgets budgets;
  private final Commitments commitments;
  private final Timeline timeline;

  BudgetSteps(Budgets budgets, Commitments commitments, Timeline timeline) {
    this.budgets = budgets;
    this.commitments = commitments;
    this.timeline = timeline;
  }

  PurchaseRequestSteps.Commitment commit(PurchaseRequest request, boolean overBudgetAllowed) {
    var before = commitments.find(request.id(), request.revision());
    if (before.isPresent()) {
      return repeated(request, before.get());
    }
    var standing = budgets.lock(request.wanted()).orElse(null);
    var left = (standing == null ? 0 : standing.freeMinor()) - request.wanted().amountMinor();
    if (!overBudgetAllowed) {
      requireBudget(request, standing, left);
    }
    var id = commitments.commit(request, standing == null ? null : standing.line());
    timeline.add(
        request.id(),
        "committed:" + request.revision(),
        TimelineKind.COMMITTED,
        request.wanted().amount().text());
    return new PurchaseRequestSteps.Commitment(id, left);
  }

  void release(PurchaseRequest request, @Nullable UUID commitmentId) {
    for (var open : commitments.open(request.id())) {
      if (commitmentId == null || commitmentId.equals(open.id())) {
        release(request, open);
      }
    }
  }

  private void release(PurchaseRequest request, Commitment open) {
    commitments.end(open.id(), State.RELEASED);
    timeline.add(
        request.id(),
        "released:" + open.id(),
        TimelineKind.RELEASED,
        Money.of(open.amountMinor(), request.wanted().currency()).text());
  }

  /** The answer of the first time, as the budget stands now: this request's share is in it. */
  private PurchaseRequestSteps.Commitment repeated(PurchaseRequest request, Commitment before) {
    var left =
        budgets
            .find(request.wanted())
            .map(standing -> standing.freeMinor())
            .orElse(-before.amountMinor());
    return new PurchaseRequestSteps.Commitment(before.id(), left);
  }

  private static void requireBudget(
      PurchaseRequest request, Budgets.@Nullable Standing standing, long left) {
    var wanted = request.wanted();
    if (standing == null) {
      throw new BudgetLineMissing(
          "%s: the project has no budget for %s in %s"
              .formatted(request.number(), wanted.category(), wanted.currency()));
    }
    if (left < 0) {
      throw new BudgetExceeded(
          "%s needs %s, the budget has %s left"
              .formatted(
                  request.number(),
                  wanted.amount().text(),
                  Money.of(standing.freeMinor(), wanted.currency()).text()),
          -left);
    }
  }
}
