package io.plumbline.messaging.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.messaging.ConversationFilter;
import io.plumbline.messaging.ui.ConversationsAddress.Show;
import java.util.function.Consumer;

/** Search, and whether people of the firm, unread ones or strangers are listed. */
class ConversationFilters extends Div {
  private final TextField words = new TextField();
  private final Select<Show> show = new Select<>();
  private ConversationsAddress address = ConversationsAddress.START;

  ConversationFilters(Consumer<ConversationsAddress> go) {
    addClassName("talk-filters");
    words.setPlaceholder(getTranslation("conversations.search"));
    words.setAriaLabel(getTranslation("conversations.search"));
    words.setPrefixComponent(VaadinIcon.SEARCH.create());
    words.setClearButtonVisible(true);
    words.setMaxLength(ConversationFilter.LONGEST_WORDS);
    words.setValueChangeMode(ValueChangeMode.LAZY);
    words.addValueChangeListener(
        typed -> {
          if (typed.isFromClient()) {
            go.accept(address.searching(typed.getValue().strip()));
          }
        });
    show.setItems(Show.values());
    show.setAriaLabel(getTranslation("conversations.show"));
    show.setItemLabelGenerator(each -> getTranslation("conversations.show." + each.key()));
    show.addValueChangeListener(
        chosen -> {
          if (chosen.isFromClient()) {
            go.accept(address.showing(chosen.getValue()));
          }
        });
    add(words, show);
  }

  void show(ConversationsAddress other) {
    address = other;
    words.setValue(other.words());
    show.setValue(other.show());
  }
}
