package io.plumbline.procurement;

/** Points of a request's timeline; each has a sentence {@code timeline.<key>} in the UI. */
public enum TimelineKind {
  SUBMITTED("submitted"),
  COMMITTED("committed"),
  RELEASED("released"),
  APPROVED("approved"),
  REJECTION_DECIDED("rejectionDecided"),
  SEND_BACK_DECIDED("sendBackDecided"),
  OVER_BUDGET_ALLOWED("overBudgetAllowed"),
  OVER_BUDGET_REFUSED("overBudgetRefused"),
  VENDOR_CHOSEN("vendorChosen"),
  DECISION_VOID("decisionVoid"),
  REMINDED("reminded"),
  ESCALATED("escalated"),
  SENT_BACK("sentBack"),
  REVISED("revised"),
  REJECTED("rejected"),
  WITHDRAWAL_REQUESTED("withdrawalRequested"),
  CANCELLATION_REQUESTED("cancellationRequested"),
  WITHDRAWN("withdrawn"),
  ORDERED("ordered"),
  ORDER_SENT("orderSent"),
  FILE_ADDED("fileAdded"),
  FILE_REMOVED("fileRemoved");

  private final String key;

  TimelineKind(String key) {
    this.key = key;
  }

  public String key() {
    return key;
  }
}
