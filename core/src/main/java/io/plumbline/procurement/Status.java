package io.plumbline.procurement;

/** Where a purchase request stands, as a business fact. */
public enum Status {
  SUBMITTED,
  SENT_BACK,
  APPROVED,
  REJECTED,
  WITHDRAWN,
  ORDERED
}
