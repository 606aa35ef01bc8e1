package io.plumbline.messaging.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import io.plumbline.messaging.Strangers;
import io.plumbline.messaging.Strangers.Sender;
import io.plumbline.shared.Refusal;
import io.plumbline.shared.ui.Section;
import io.plumbline.shared.ui.Toast;

/** For who wrote from an unknown phone and was answered with a code. */
class StrangerCode extends Div {
  private final transient Strangers strangers;
  private final transient Runnable changed;
  private final CodeField code =
      new CodeField(
          getTranslation("addresses.stranger.code"), getTranslation("addresses.stranger.help"));

  StrangerCode(Strangers strangers, Runnable changed) {
    this.strangers = strangers;
    this.changed = changed;
    var form =
        new Div(code, new Button(getTranslation("addresses.stranger.check"), clicked -> check()));
    form.addClassName("address-form");
    add(new Section(getTranslation("addresses.stranger"), form));
  }

  private void check() {
    if (!code.complete()) {
      return;
    }
    try {
      ask(strangers.find(code.getValue()));
    } catch (Refusal refusal) {
      code.refused(refusal);
    }
  }

  /** Who was only told a code by somebody else would let that somebody speak for them. */
  private void ask(Sender sender) {
    new ConfirmDialog(
            getTranslation("addresses.stranger.mine", sender.address()),
            getTranslation(
                "addresses.stranger.careful", getTranslation("channel." + sender.channel().name())),
            getTranslation("addresses.stranger.yes"),
            confirmed -> take(),
            getTranslation("addresses.stranger.no"),
            cancelled -> code.clear())
        .open();
  }

  private void take() {
    try {
      var sender = strangers.take(code.getValue());
      code.clear();
      code.setInvalid(false);
      Toast.done(getTranslation("addresses.added", sender.address()));
      changed.run();
    } catch (Refusal refusal) {
      code.refused(refusal);
    }
  }
}
