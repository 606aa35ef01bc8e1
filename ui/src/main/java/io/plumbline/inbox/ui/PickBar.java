package io.plumbline.inbox.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;

/** What is picked, and what can be done with all of it; only there while something is. */
class PickBar extends Composite<Div> {
  private final Span text = new Span();

  /** What the bar offers. */
  record Handles(Consumer<BulkKind> act, Runnable pickAll, Runnable clear) {}

  PickBar(Handles handles) {
    text.addClassName("pick-text");
    text.getElement().setAttribute("role", "status");
    var content = getContent();
    content.addClassName("pick-bar");
    content.getElement().setAttribute("role", "toolbar");
    content.getElement().setAttribute("aria-label", getTranslation("bulk.bar"));
    content.add(text);
    for (var kind : BulkKind.values()) {
      var button =
          new Button(getTranslation(kind.text("do")), clicked -> handles.act().accept(kind));
      button.addThemeVariants(ButtonVariant.SMALL);
      if (kind == BulkKind.APPROVE) {
        button.addThemeVariants(ButtonVariant.PRIMARY);
      }
      content.add(button);
    }
    content.add(quiet("bulk.all", handles.pickAll()), quiet("bulk.clear", handles.clear()));
    content.setVisible(false);
  }

  void show(Picks picks) {
    var rows = picks.rows();
    getContent().setVisible(!rows.isEmpty());
    var total = Picks.total(rows);
    text.setText(
        getTranslation("bulk.picked", rows.size()) + (total.isEmpty() ? "" : " · " + total));
  }

  private Button quiet(String textKey, Runnable action) {
    var button = new Button(getTranslation(textKey), clicked -> action.run());
    button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    return button;
  }
}
