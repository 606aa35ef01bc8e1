package io.plumbline.procurement;

/** The budget line has less free than the request needs. */
public class BudgetExceeded extends RuntimeException {
  private final long overByMinor;

  public BudgetExceeded(String message, long overByMinor) {
    super(message);
    this.overByMinor = overByMinor;
  }

  /** Missing amount in minor units of the request's currency, more than 0. */
  public long overByMinor() {
    return overByMinor;
  }
}
