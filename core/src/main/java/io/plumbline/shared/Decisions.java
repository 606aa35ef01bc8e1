package io.plumbline.shared;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the decision tables of {@code dmn/} in process, where an answer is needed while the
 * engine is down. What people decided is not here but in the features' records.
 */
public interface Decisions {
  /**
   * What a table answers. Lists of ids are {@link java.util.List}s of text; null says that a fact
   * is not known.
   *
   * @param decisionId id of the decision, which is also the name of its file
   * @param facts the table's input data by name
   * @throws DecisionUnanswered when there is no such decision, no rule fits, or the table is wrong
   */
  Answer evaluate(String decisionId, Map<String, ? extends @Nullable Object> facts);

  /**
   * The outputs of the rules that fit.
   *
   * @param outputs by name
   * @param version which text of the table answered: the beginning of its SHA-256, in hex
   */
  record Answer(Map<String, Object> outputs, String version) {

    /**
     * An output that must be there.
     *
     * @throws DecisionUnanswered when it is not, or is of another type
     */
    public <T> T output(String name, Class<T> type) {
      var value = outputs.get(name);
      if (!type.isInstance(value)) {
        throw new DecisionUnanswered(
            "Expected a %s named %s, found %s".formatted(type.getSimpleName(), name, value));
      }
      return type.cast(value);
    }
  }

  /** A table gave no usable answer; nothing may go ahead that depends on it. */
  final class DecisionUnanswered extends RuntimeException {
    public DecisionUnanswered(String message) {
      super(message);
    }
  }
}
