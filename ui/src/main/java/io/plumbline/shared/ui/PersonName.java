package io.plumbline.shared.ui;

import com.vaadin.flow.component.html.Span;

/** Initials and name. */
public class PersonName extends Span {

  public PersonName(String name) {
    addClassName("person");
    var avatar = Initials.avatar(name);
    add(avatar, new Span(name));
  }
}
