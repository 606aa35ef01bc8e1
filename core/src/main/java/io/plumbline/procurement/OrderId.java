package io.plumbline.procurement;

import java.util.UUID;

/** Id of a purchase order. */
public record OrderId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
