package io.plumbline.shared.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Words a list is searched for, which stand in the page's address. It searches while one types, and
 * leaves alone what is being typed: the space before the next word is not in the address.
 */
public class WordsField extends Composite<TextField> {
  /**
   * @param label what is searched, also shown while the field is empty
   * @param search given the stripped words, empty for none, each time a person changed them
   */
  public WordsField(String label, Consumer<String> search) {
    var field = getContent();
    field.setPlaceholder(label);
    field.setAriaLabel(label);
    field.setPrefixComponent(VaadinIcon.SEARCH.create());
    field.setClearButtonVisible(true);
    field.setValueChangeMode(ValueChangeMode.LAZY);
    field.addKeyDownListener(Key.ENTER, pressed -> field.blur());
    field.addValueChangeListener(
        typed -> {
          if (typed.isFromClient()) {
            search.accept(words());
          }
        });
  }

  public void setMaxLength(int characters) {
    getContent().setMaxLength(characters);
  }

  public void setHelp(String text) {
    getContent().setTooltipText(text);
  }

  /** Stripped; empty for none. */
  public String words() {
    return getContent().getValue().strip();
  }

  /** Shows the words of the address, unless they are what was typed. */
  public void show(@Nullable String words) {
    var wanted = words == null ? "" : words;
    if (!words().equals(wanted)) {
      getContent().setValue(wanted);
    }
  }
}
