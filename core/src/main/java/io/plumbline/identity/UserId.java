package io.plumbline.identity;

import java.util.UUID;

/** Id of a person. */
public record UserId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
