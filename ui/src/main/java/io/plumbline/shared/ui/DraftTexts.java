package io.plumbline.shared.ui;

import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.draft.Drafts;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The texts of one place while they are typed: what was kept before comes back, what changes is
 * kept half a second later, until what they are for is done.
 */
public class DraftTexts {
  private static final int TYPING_MS = 500;
  private final Drafts drafts;
  private final String place;
  private final Map<String, String> texts;
  private boolean over;

  public DraftTexts(Drafts drafts, String place) {
    this.drafts = drafts;
    this.place = place;
    this.texts = new LinkedHashMap<>(drafts.find(place));
  }

  /** What was kept under this name, or an empty text. */
  public String get(String name) {
    return texts.getOrDefault(name, "");
  }

  /** Keeps it; an empty text is forgotten. */
  public void keep(String name, String text) {
    if (!over && !text.equals(get(name))) {
      texts.put(name, text);
      drafts.keep(place, texts);
    }
  }

  /** Fills the field with what was kept and keeps what is typed into it. */
  public void follow(String name, TextArea field) {
    if (field.isEmpty()) {
      field.setValue(get(name));
    }
    field.setValueChangeMode(ValueChangeMode.LAZY);
    field.setValueChangeTimeout(TYPING_MS);
    field.addValueChangeListener(typed -> keep(name, typed.getValue()));
  }

  /** It is done: forgets all, and keeps nothing more. */
  public void end() {
    over = true;
    texts.clear();
    drafts.discard(place);
  }
}
