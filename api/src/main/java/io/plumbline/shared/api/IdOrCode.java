package io.plumbline.shared.api;

import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.Problem;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A project as callers name it: by its id, or by its code such as {@code TWR-B}. */
public final class IdOrCode {
  private IdOrCode() {}

  /**
   * The id; null when nothing is named.
   *
   * @param field where it was named
   * @param ofCode finds the id of a code
   * @throws InvalidInput at the field when nothing has this code
   */
  public static @Nullable UUID resolve(
      String field, @Nullable String named, Function<String, Optional<UUID>> ofCode) {
    if (named == null || named.isBlank()) {
      return null;
    }
    var stripped = named.strip();
    return isId(stripped)
        ? UUID.fromString(stripped)
        : ofCode
            .apply(stripped)
            .orElseThrow(
                () ->
                    new InvalidInput(List.of(Problem.of(field, "api.project.unknown", stripped))));
  }

  private static boolean isId(String named) {
    return named.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  }
}
