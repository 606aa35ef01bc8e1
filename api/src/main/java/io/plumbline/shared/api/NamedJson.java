package io.plumbline.shared.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person or a project by id and name. */
@Schema(name = "Named", description = "something with an id and a name")
public record NamedJson(UUID id, @Nullable String name) {

  public static @Nullable NamedJson find(@Nullable UUID id, @Nullable String name) {
    return id == null ? null : new NamedJson(id, name);
  }
}
