package io.plumbline.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One broken rule, told to a person.
 *
 * @param field name of the input field it belongs to, as in the input record ({@code
 *     lines[0].quantity}), or null
 * @param code key of the sentence in {@code problems.properties}
 * @param args arguments of that sentence
 */
public record Problem(@Nullable String field, String code, List<Object> args) {
  public static Problem of(@Nullable String field, String code, Object... args) {
    return new Problem(field, code, List.of(args));
  }
}
