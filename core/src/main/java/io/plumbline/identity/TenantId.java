package io.plumbline.identity;

import java.util.UUID;

/** Id of a tenant. */
public record TenantId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
