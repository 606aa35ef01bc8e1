package io.plumbline.exporter;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the task's local variables say; a malformed value counts as absent, the task must be seen in
 * any case.
 */
record TaskDetails(Map<String, String> variables) {
  private static final int NORMAL_PRIORITY = 50;

  static @Nullable UUID uuid(@Nullable String text) {
    try {
      return text == null ? null : UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  String title(String otherwise) {
    var title = text("taskTitle");
    return title == null || title.isBlank() ? otherwise : title;
  }

  int priority() {
    var number = number("taskPriority");
    return number == null || number != number.intValue() ? NORMAL_PRIORITY : number.intValue();
  }

  @Nullable UUID subjectId() {
    return uuid(text("subjectId"));
  }

  @Nullable UUID projectId() {
    return uuid(text("projectId"));
  }

  @Nullable UUID requesterId() {
    return uuid(text("requesterId"));
  }

  @Nullable Long amountMinor() {
    return number("amountMinor");
  }

  @Nullable String currency() {
    return text("currency");
  }

  private @Nullable Long number(String name) {
    var text = text(name);
    try {
      return text == null ? null : Long.valueOf(new BigDecimal(text).longValueExact());
    } catch (ArithmeticException | NumberFormatException e) {
      return null;
    }
  }

  private @Nullable String text(String name) {
    return JsonText.scalar(variables.get(name));
  }
}
