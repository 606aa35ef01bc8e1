package io.plumbline.project;

import java.util.UUID;

/** Id of a project. */
public record ProjectId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
