package io.plumbline.inbox.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import io.plumbline.identity.Person;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.Refusal;
import io.plumbline.shared.ui.FieldErrors;
import io.plumbline.shared.ui.Toast;
import java.util.List;
import java.util.function.Consumer;

/** Asks to whom a task goes, and with which words. */
class HandoverDialog extends Dialog {
  private static final int LONGEST_NOTE = 1_000;
  private final ComboBox<Person> to = new ComboBox<>();
  private final TextArea note = new TextArea();
  private final FieldErrors errors = new FieldErrors().at("to", to).at("note", note);

  /** Who gets it. */
  record Given(Person to, String note) {}

  /**
   * Asks.
   *
   * @param textKey {@code <textKey>} is the button, {@code <textKey>.help} what it means
   * @param changed called when others were first
   */
  HandoverDialog(
      String textKey, String title, List<Person> people, Consumer<Given> then, Runnable changed) {
    setHeaderTitle(getTranslation("reason.title", getTranslation(textKey), title));
    addClassName("reason-dialog");
    to.setLabel(getTranslation("task.to"));
    to.setHelperText(getTranslation(textKey + ".help"));
    to.setItems(people);
    to.setItemLabelGenerator(Person::name);
    to.setWidthFull();
    to.setAutofocus(true);
    note.setLabel(getTranslation("task.handover.note"));
    note.setMaxLength(LONGEST_NOTE);
    note.setWidthFull();
    add(to, note);
    var send = new Button(getTranslation(textKey), clicked -> send(then, changed));
    send.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(getTranslation("reason.cancel"), clicked -> close()), send);
  }

  private void send(Consumer<Given> then, Runnable changed) {
    var chosen = to.getValue();
    if (chosen == null) {
      to.setErrorMessage(getTranslation("task.to.missing"));
      to.setInvalid(true);
      to.focus();
      return;
    }
    try {
      then.accept(new Given(chosen, note.getValue()));
      close();
    } catch (InvalidInput invalid) {
      errors.show(invalid.problems());
    } catch (Refusal refusal) {
      close();
      Toast.refused(refusal);
      changed.run();
    }
  }
}
