package io.plumbline.shared.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;

/** Asks for a text before something is done with it: a reason, a comment. */
public class TextDialog extends Dialog {
  private static final int MAX_LENGTH = 2_000;
  private final TextArea text = new TextArea();
  private final Button leave = new Button(getTranslation("reason.cancel"), clicked -> close());

  public TextDialog(String title, String label, String help, String doIt, Consumer<String> then) {
    setHeaderTitle(title);
    addClassName("reason-dialog");
    text.setLabel(label);
    text.setHelperText(help);
    text.setMaxLength(MAX_LENGTH);
    text.setRequiredIndicatorVisible(true);
    text.setWidthFull();
    text.setMinRows(3);
    text.setAutofocus(true);
    add(text);
    var send =
        new Button(
            doIt,
            clicked -> {
              if (text.getValue().isBlank()) {
                text.setErrorMessage(getTranslation("reason.required"));
                text.setInvalid(true);
                text.focus();
              } else {
                close();
                then.accept(text.getValue().strip());
              }
            });
    send.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(leave, send);
  }

  /** Names the button that does nothing, where "Cancel" could mean the deed itself. */
  public TextDialog orElse(String label) {
    leave.setText(label);
    return this;
  }

  /** Starts with what a draft has under this name, and keeps in it what is typed. */
  public TextDialog keptIn(DraftTexts drafts, String name) {
    drafts.follow(name, text);
    return this;
  }
}
