package io.plumbline.procurement;

import java.util.UUID;

/** Id of a vendor. */
public record VendorId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
