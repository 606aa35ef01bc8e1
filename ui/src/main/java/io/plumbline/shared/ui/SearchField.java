package io.plumbline.shared.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;

/** Global search: a number opens its page, anything else searches the inbox. */
class SearchField extends Composite<TextField> {
  /** The field on top; where the screen is too narrow for it, the one of the page. */
  static final String SELECTOR = ".global-search, .view vaadin-text-field";

  private final NumberLinks numbers;

  SearchField(NumberLinks numbers) {
    this.numbers = numbers;
    var field = getContent();
    field.addClassName("global-search");
    field.setPlaceholder(getTranslation("search.placeholder"));
    field.setAriaLabel(getTranslation("search.label"));
    field.setPrefixComponent(VaadinIcon.SEARCH.create());
    var key = new Span("/");
    key.addClassName("key");
    key.getElement().setAttribute("aria-hidden", "true");
    field.setSuffixComponent(key);
    field.setClearButtonVisible(true);
    field.addKeyDownListener(Key.ENTER, pressed -> search(field.getValue().strip()));
  }

  private void search(String text) {
    if (text.isEmpty()) {
      return;
    }
    var page = numbers.pathOf(text);
    if (page.isPresent()) {
      UI.getCurrent().navigate(page.get());
    } else {
      UI.getCurrent().navigate("inbox", QueryParameters.of("q", text));
    }
    getContent().clear();
    getContent().blur(); // the single keys work again
  }
}
