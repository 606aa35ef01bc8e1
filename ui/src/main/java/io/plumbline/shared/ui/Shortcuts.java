package io.plumbline.shared.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;

/** The overlay that lists the keys. */
public final class Shortcuts {
  private static final List<String> KEYS =
      List.of(
          "j k", "Enter", "c", "u", "a", "r", "b", "m", "x", "*", "Escape", "s", "/", "g i", "g r",
          "g d", "?");

  private Shortcuts() {}

  public static void show() {
    var dialog = new Dialog(I18NProvider.translate("keys.title"));
    var list = new DescriptionList();
    list.addClassName("keys");
    for (var key : KEYS) {
      var shown = new Span(key);
      shown.addClassName("key");
      list.add(
          new DescriptionList.Term(shown),
          new DescriptionList.Description(
              I18NProvider.translate(
                  "keys."
                      + key.replace(" ", "")
                          .replace("/", "search")
                          .replace("*", "all")
                          .replace("?", "help"))));
    }
    dialog.add(list);
    var close = new Button(I18NProvider.translate("keys.close"), clicked -> dialog.close());
    dialog.getFooter().add(close);
    dialog.addOpenedChangeListener(opened -> close.focus());
    dialog.open();
  }
}
