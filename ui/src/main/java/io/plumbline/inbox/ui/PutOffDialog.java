package io.plumbline.inbox.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.Refusal;
import io.plumbline.shared.ui.DayField;
import io.plumbline.shared.ui.FieldErrors;
import io.plumbline.shared.ui.Toast;
import java.time.LocalDate;
import java.util.function.Consumer;

/** Asks until which day a task rests. */
class PutOffDialog extends Dialog {
  private static final int NEXT_WEEK = 7;
  private final DayField until = new DayField();
  private final FieldErrors errors = new FieldErrors().at("until", until);

  PutOffDialog(String title, LocalDate today, Consumer<LocalDate> then) {
    setHeaderTitle(getTranslation("reason.title", getTranslation("task.putOff"), title));
    addClassName("reason-dialog");
    until.setLabel(getTranslation("task.putOff.until"));
    until.setHelperText(getTranslation("task.putOff.help"));
    until.setMin(today.plusDays(1));
    until.setValue(today.plusDays(NEXT_WEEK));
    add(until);
    var send = new Button(getTranslation("task.putOff"), clicked -> send(then));
    send.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(getTranslation("reason.cancel"), clicked -> close()), send);
  }

  private void send(Consumer<LocalDate> then) {
    try {
      then.accept(until.getValue());
      close();
    } catch (InvalidInput invalid) {
      errors.show(invalid.problems());
    } catch (Refusal refusal) {
      close();
      Toast.refused(refusal);
    }
  }
}
