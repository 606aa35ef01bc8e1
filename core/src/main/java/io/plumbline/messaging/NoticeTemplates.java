package io.plumbline.messaging;

import io.plumbline.messaging.MessageTemplate.Filled;
import io.plumbline.messaging.NoticeText.Told;
import io.plumbline.shared.InvalidInput;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Templates for notices: those of their kind, with the variables {@code subject}, {@code body} and
 * {@code number}.
 */
@Component
class NoticeTemplates {
  private static final Logger log = LoggerFactory.getLogger(NoticeTemplates.class);

  /** What follows the kind in that of its template without buttons: {@code task.waiting.plain}. */
  private static final String PLAIN = ".plain";

  private final MessageTemplates templates;

  NoticeTemplates(MessageTemplates templates) {
    this.templates = templates;
  }

  /** Whether there is one that asks for nothing but what notices have; buttons come later. */
  boolean cover(Told notice) {
    return find(notice)
        .filter(template -> fill(template, notice, notice.body(), buttons(template)).isPresent())
        .isPresent();
  }

  boolean haveButtons(Told notice) {
    return find(notice).filter(MessageTemplate::hasButtons).isPresent();
  }

  /**
   * Empty when there is none, or one that asks for what a notice does not have. One with buttons
   * gives way to the plain one of its kind when there is nothing to press.
   *
   * @param more values for its buttons
   */
  Optional<Filled> fill(Told notice, String text, Map<String, String> more) {
    return find(notice)
        .filter(found -> !found.hasButtons() || !more.isEmpty())
        .or(() -> find(notice.kind() + PLAIN))
        .flatMap(found -> fill(found, notice, text, more));
  }

  private Optional<MessageTemplate> find(Told notice) {
    return find(notice.kind());
  }

  private Optional<MessageTemplate> find(String kind) {
    return templates.find(kind, Locale.ENGLISH);
  }

  private static Map<String, String> buttons(MessageTemplate template) {
    return template.variables().stream()
        .filter(MessageTemplate::isButton)
        .collect(Collectors.toMap(Function.identity(), Function.identity()));
  }

  private static Optional<Filled> fill(
      MessageTemplate template, Told notice, String text, Map<String, String> more) {
    var values = new HashMap<>(more);
    values.put("subject", notice.subject());
    values.put("body", text);
    values.put("number", notice.number() == null ? "" : notice.number());
    try {
      return Optional.of(template.fill(values));
    } catch (InvalidInput unfilled) {
      log.warn("The template {} does not fit: {}", template.id(), unfilled.getMessage());
      return Optional.empty();
    }
  }
}
