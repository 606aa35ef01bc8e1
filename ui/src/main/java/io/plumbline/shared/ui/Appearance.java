package io.plumbline.shared.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.WebStorage;

/** Light, dark, or as the device says; remembered in the browser it was chosen in. */
enum Appearance {
  SYSTEM("appearance.system", ColorScheme.Value.LIGHT_DARK),
  LIGHT("appearance.light", ColorScheme.Value.LIGHT),
  DARK("appearance.dark", ColorScheme.Value.DARK);

  private static final String KEY = "plumbline.appearance";
  private final String textKey;
  private final ColorScheme.Value scheme;

  Appearance(String textKey, ColorScheme.Value scheme) {
    this.textKey = textKey;
    this.scheme = scheme;
  }

  String textKey() {
    return textKey;
  }

  void choose(UI ui) {
    ui.getPage().setColorScheme(scheme);
    WebStorage.setItem(ui, WebStorage.Storage.LOCAL_STORAGE, KEY, name());
  }

  static void restore(UI ui) {
    WebStorage.getItem(
        ui,
        WebStorage.Storage.LOCAL_STORAGE,
        KEY,
        remembered -> {
          for (var appearance : values()) {
            if (appearance != SYSTEM && appearance.name().equals(remembered)) {
              ui.getPage().setColorScheme(appearance.scheme);
            }
          }
        });
  }
}
