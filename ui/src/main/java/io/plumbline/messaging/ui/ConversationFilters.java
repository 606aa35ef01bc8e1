package io.plumbline.messaging.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.plumbline.messaging.ConversationFilter;
import io.plumbline.messaging.ui.ConversationsAddress.Show;
import io.plumbline.shared.ui.WordsField;
import java.util.function.Consumer;

/** Search, and whether people of the firm, unread ones or strangers are listed. */
class ConversationFilters extends Div {
  private final WordsField words;
  private final Select<Show> show = new Select<>();
  private ConversationsAddress address = ConversationsAddress.START;

  ConversationFilters(Consumer<ConversationsAddress> go) {
    addClassName("talk-filters");
    words =
        new WordsField(
            getTranslation("conversations.search"), typed -> go.accept(address.searching(typed)));
    words.setMaxLength(ConversationFilter.LONGEST_WORDS);
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
    words.show(other.words());
    show.setValue(other.show());
  }
}
