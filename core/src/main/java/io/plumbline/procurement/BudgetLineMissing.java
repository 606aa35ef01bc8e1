package io.plumbline.procurement;

/** No budget line fits the request's project, category and currency. */
public class BudgetLineMissing extends RuntimeException {
  public BudgetLineMissing(String message) {
    super(message);
  }
}
