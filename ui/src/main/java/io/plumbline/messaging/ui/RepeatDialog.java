package io.plumbline.messaging.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks before a message is sent again that may have arrived: only a person can choose. */
class RepeatDialog extends ConfirmDialog {
  RepeatDialog(Runnable again) {
    setHeader(getTranslation("delivery.unknown.title"));
    setText(getTranslation("delivery.unknown.text"));
    setConfirmText(getTranslation("delivery.again"));
    addConfirmListener(confirmed -> again.run());
    setCancelable(true);
    setCancelText(getTranslation("delivery.unknown.leave"));
  }
}
