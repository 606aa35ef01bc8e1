package io.plumbline.shared.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import io.plumbline.identity.Caller;
import java.util.List;
import java.util.stream.Collectors;

/** Who is signed in, their own pages, the appearance, and the way out. */
class PersonMenu extends Composite<MenuBar> {

  PersonMenu(Caller caller, List<PersonEntry> pages, Runnable signOut) {
    var bar = getContent();
    bar.addClassName("person-menu");
    bar.addThemeVariants(MenuBarVariant.TERTIARY);
    var avatar = Initials.avatar(caller.name());
    var person = bar.addItem(avatar);
    person.setAriaLabel(getTranslation("person.menu", caller.name()));
    var who = new Div(new Span(caller.name()), new Span(roles(caller)));
    who.addClassName("person-name");
    var menu = person.getSubMenu();
    menu.addItem(who).setEnabled(false);
    menu.addSeparator();
    for (var page : pages) {
      menu.addItem(
          getTranslation(page.textKey()), chosen -> UI.getCurrent().navigate(page.route()));
    }
    var appearance = menu.addItem(getTranslation("appearance.title")).getSubMenu();
    for (var choice : Appearance.values()) {
      appearance.addItem(
          getTranslation(choice.textKey()), chosen -> choice.choose(UI.getCurrent()));
    }
    menu.addItem(getTranslation("person.signOut"), chosen -> signOut.run());
  }

  private String roles(Caller caller) {
    return caller.roles().stream()
        .sorted()
        .map(role -> getTranslation("role." + role.name()))
        .collect(Collectors.joining(", "));
  }
}
