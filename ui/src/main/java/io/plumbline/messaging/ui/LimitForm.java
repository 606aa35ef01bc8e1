package io.plumbline.messaging.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.BigDecimalField;
import io.plumbline.approval.ApprovalLimits;
import io.plumbline.shared.Refusal;
import io.plumbline.shared.ui.FieldErrors;
import io.plumbline.shared.ui.Section;
import io.plumbline.shared.ui.Toast;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Up to which amount people of the firm may decide by phone or mail. */
class LimitForm extends Div {
  private static final BigDecimal BEYOND_ANY_AMOUNT = BigDecimal.valueOf(Long.MAX_VALUE / 10_000);

  private final transient ApprovalLimits limits;
  private final BigDecimalField amount = new BigDecimalField();

  LimitForm(ApprovalLimits limits) {
    this.limits = limits;
    var current = limits.current();
    amount.setLabel(getTranslation("addresses.limit.amount", current.currency().getCurrencyCode()));
    amount.setHelperText(getTranslation("addresses.limit.help"));
    amount.setValue(current.decimal());
    var form =
        new Div(amount, new Button(getTranslation("addresses.limit.save"), clicked -> save()));
    form.addClassName("address-form");
    add(new Section(getTranslation("addresses.limit"), form));
  }

  private void save() {
    var typed = amount.getValue();
    if (typed == null || typed.compareTo(BEYOND_ANY_AMOUNT) > 0) {
      amount.setErrorMessage(getTranslation("addresses.limit.number"));
      amount.setInvalid(true);
      return;
    }
    try {
      limits.change(minor(typed));
      amount.setInvalid(false);
      Toast.done(getTranslation("addresses.limit.saved", limits.current().text()));
    } catch (Refusal refusal) {
      amount.setErrorMessage(FieldErrors.sentence(refusal.problems().getFirst()));
      amount.setInvalid(true);
    }
  }

  private long minor(BigDecimal major) {
    var digits = limits.current().currency().getDefaultFractionDigits();
    return major.movePointRight(digits).setScale(0, RoundingMode.DOWN).longValueExact();
  }
}
