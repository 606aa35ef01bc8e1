package io.plumbline.messaging;

import io.plumbline.identity.Callers;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.Ids;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The approved templates of the caller's firm; its administrators keep them. */
@Component
public class MessageTemplates {
  private final MessageTemplateRepository templates;
  private final Callers callers;
  private final Ids ids;
  private final Clock clock;

  MessageTemplates(MessageTemplateRepository templates, Callers callers, Ids ids, Clock clock) {
    this.templates = templates;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * The active template for a kind of notice: in this language and country, else in this language,
   * else in English. Empty when there is none: then WhatsApp is no way while the window is closed.
   */
  public Optional<MessageTemplate> find(String kind, Locale language) {
    var candidates = templates.activeOf(kind);
    return candidates.stream()
        .filter(template -> template.locale().equals(language))
        .findFirst()
        .or(() -> inLanguage(candidates, language.getLanguage()))
        .or(() -> inLanguage(candidates, Locale.ENGLISH.getLanguage()));
  }

  /** Those in use, by kind and language. */
  public List<MessageTemplate> active() {
    return templates.all().stream().filter(MessageTemplate::active).toList();
  }

  /**
   * All of them, by kind and language.
   *
   * @throws NotAllowed unless the caller administers the firm
   */
  public List<MessageTemplate> all() {
    requireAdministrator();
    return templates.all();
  }

  /**
   * Enters a template.
   *
   * @throws InvalidInput with every broken rule at its field
   * @throws Conflict when there is one of this kind and language
   */
  @Transactional
  public UUID add(NewMessageTemplate typed) {
    requireAdministrator();
    var template = TemplateChecks.normal(typed);
    var id = ids.next();
    if (!templates.insert(id, template, clock.instant())) {
      throw new Conflict("template.exists", template.kind(), template.language());
    }
    return id;
  }

  /**
   * Changes a template.
   *
   * @param version as it was read
   * @throws Conflict when someone else changed it since, or another one has this kind and language
   */
  @Transactional
  public void change(UUID id, long version, NewMessageTemplate typed) {
    requireAdministrator();
    var template = TemplateChecks.normal(typed);
    if (templates.isTaken(id, template.kind(), template.language())) {
      throw new Conflict("template.exists", template.kind(), template.language());
    }
    if (!templates.update(id, version, template, clock.instant())) {
      throw new Conflict("template.changed");
    }
  }

  /** Removes a template; messages sent with it keep their text. */
  @Transactional
  public void remove(UUID id) {
    requireAdministrator();
    if (!templates.delete(id)) {
      throw new NotFound("template", id);
    }
  }

  /** An active template of the firm. */
  Optional<MessageTemplate> active(UUID id) {
    return templates.find(id).filter(MessageTemplate::active);
  }

  private static Optional<MessageTemplate> inLanguage(
      List<MessageTemplate> candidates, String language) {
    return candidates.stream()
        .filter(template -> template.locale().getLanguage().equals(language))
        .findFirst();
  }

  private void requireAdministrator() {
    if (!callers.current().administers()) {
      throw new NotAllowed("identity.adminOnly");
    }
  }
}
