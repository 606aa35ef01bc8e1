package io.plumbline.shared.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;

/** Initials and name; "B for A" where B acted as a substitute. */
public class PersonName extends Span {

  public PersonName(String name) {
    this(name, null);
  }

  public PersonName(String name, @Nullable String forName) {
    addClassName("person");
    var avatar = Initials.avatar(name);
    add(avatar, new Span(text(name, forName)));
  }

  /** "B for A", or the name alone. */
  public static String text(String name, @Nullable String forName) {
    return forName == null ? name : I18NProvider.translate("person.for", name, forName);
  }
}
