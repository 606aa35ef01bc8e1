package io.plumbline.procurement;

import java.util.UUID;

/** Id of a purchase request. */
public record PurchaseRequestId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
