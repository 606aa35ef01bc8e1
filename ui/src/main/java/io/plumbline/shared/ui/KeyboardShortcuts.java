package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Single keys and {@code g} sequences, silent while a person types in a field, chooses from a list
 * or has a dialog open.
 */
@Tag("keyboard-shortcuts")
@JsModule("./components/keyboard-shortcuts.ts")
public class KeyboardShortcuts extends Component {
  private final Map<String, Runnable> actions = new LinkedHashMap<>();
  private final Map<String, String> focuses = new LinkedHashMap<>();

  public KeyboardShortcuts() {
    getElement()
        .addEventListener(
            "shortcut", event -> run(event.getEventData().get("event.detail.key").asString()))
        .addEventData("event.detail.key");
  }

  /** {@code key} as the browser names it ("j", "Enter", "?"), or a sequence ("g i"). */
  public KeyboardShortcuts on(String key, Runnable action) {
    actions.put(key, action);
    getElement().setPropertyList("keys", List.copyOf(actions.keySet()));
    return this;
  }

  /**
   * Focuses in the browser, without asking the server, so that what is typed next arrives there.
   *
   * @param selector of CSS; the first visible element it finds
   */
  public KeyboardShortcuts focusing(String key, String selector) {
    focuses.put(key, selector);
    getElement().setPropertyMap("focuses", focuses);
    return this;
  }

  private void run(String key) {
    Objects.requireNonNull(actions.get(key), key).run();
  }
}
