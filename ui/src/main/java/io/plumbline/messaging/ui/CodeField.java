package io.plumbline.messaging.ui;

import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.shared.Refusal;
import io.plumbline.shared.ui.FieldErrors;

/** Takes the six digits of a code, with spaces or a dash as people type them. */
class CodeField extends TextField {
  private static final int DIGITS = 6;

  CodeField(String label, String help) {
    super(label);
    setHelperText(help);
    getElement().setProperty("autocomplete", "one-time-code");
  }

  /** False, and said here, when it cannot be a code: that shall cost nobody a try. */
  boolean complete() {
    var complete = getValue().codePoints().filter(Character::isDigit).count() == DIGITS;
    if (!complete) {
      wrong(getTranslation("addresses.code.digits"));
    }
    return complete;
  }

  void refused(Refusal refusal) {
    wrong(FieldErrors.sentence(refusal.problems().getFirst()));
  }

  private void wrong(String sentence) {
    setErrorMessage(sentence);
    setInvalid(true);
    focus();
  }
}
