package io.plumbline.messaging;

import io.plumbline.messaging.MessageTemplate.Filled;
import io.plumbline.messaging.NoticeText.Told;
import io.plumbline.shared.InvalidInput;
import java.util.HashMap;
import java.util.Locale;
import java.util.Optional;
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

  private final MessageTemplates templates;

  NoticeTemplates(MessageTemplates templates) {
    this.templates = templates;
  }

  /** Empty when there is none, or one that asks for what a notice does not have. */
  Optional<Filled> fill(Told notice, String text) {
    return templates
        .find(notice.kind(), Locale.ENGLISH)
        .flatMap(found -> fill(found, notice, text));
  }

  private static Optional<Filled> fill(MessageTemplate template, Told notice, String text) {
    var values = new HashMap<String, String>();
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
