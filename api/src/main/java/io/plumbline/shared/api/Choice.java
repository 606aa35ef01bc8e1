package io.plumbline.shared.api;

import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parameters that take one of a few words, written as people write them: {@code sent-back}. */
public final class Choice {
  private Choice() {}

  /**
   * The constant of this name.
   *
   * @throws InvalidInput naming the parameter and the possible words
   */
  public static <E extends Enum<E>> E of(Class<E> type, String parameter, String word) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> word(constant).equals(word.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInput(List.of(Problem.of(parameter, "api.choice", word, words(type)))));
  }

  public static <E extends Enum<E>> @Nullable E find(
      Class<E> type, String parameter, @Nullable String word) {
    return word == null || word.isBlank() ? null : of(type, parameter, word);
  }

  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <E extends Enum<E>> String words(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(Choice::word)
        .collect(Collectors.joining(", "));
  }
}
