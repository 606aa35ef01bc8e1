package io.plumbline.inbox.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;

/** Words that go with something, or none. */
class NoteDialog extends Dialog {
  private static final int LONGEST_NOTE = 1_000;

  NoteDialog(String textKey, String title, Consumer<String> then) {
    setHeaderTitle(getTranslation("reason.title", getTranslation(textKey), title));
    addClassName("reason-dialog");
    var note = new TextArea(getTranslation("task.handover.note"));
    note.setMaxLength(LONGEST_NOTE);
    note.setWidthFull();
    note.setAutofocus(true);
    add(note);
    var send =
        new Button(
            getTranslation(textKey),
            clicked -> {
              close();
              then.accept(note.getValue());
            });
    send.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(getTranslation("reason.cancel"), clicked -> close()), send);
  }
}
