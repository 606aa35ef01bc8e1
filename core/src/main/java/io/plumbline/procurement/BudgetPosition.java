package io.plumbline.procurement;

/**
 * Where a budget line stands, all in minor units of its currency.
 *
 * @param budgetMinor what was planned
 * @param orderedMinor already ordered
 * @param committedMinor promised to open requests, this one included once it is committed
 * @param thisMinor this request's share of {@code committedMinor}, or what it would take when not
 *     yet committed
 * @param committed whether this request is committed
 */
public record BudgetPosition(
    String category,
    String currency,
    long budgetMinor,
    long orderedMinor,
    long committedMinor,
    long thisMinor,
    boolean committed) {
  /** Free without this request. */
  public long freeBeforeMinor() {
    return budgetMinor - orderedMinor - committedMinor + (committed ? thisMinor : 0);
  }

  public long freeAfterMinor() {
    return freeBeforeMinor() - thisMinor;
  }
}
