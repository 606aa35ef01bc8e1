package io.plumbline.inbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided.
 *
 * @param outcome one of the task kind's outcomes
 * @param reason free text, required by some outcomes
 * @param data more input, as the task kind defines it
 */
public record TaskDecision(String outcome, @Nullable String reason, Map<String, Object> data) {
  public static TaskDecision of(String outcome) {
    return new TaskDecision(outcome, null, Map.of());
  }

  public static TaskDecision of(String outcome, String reason) {
    return new TaskDecision(outcome, reason, Map.of());
  }
}
