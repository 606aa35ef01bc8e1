package io.plumbline.procurement.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.procurement.NewLine;
import io.plumbline.shared.ui.FieldErrors;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One line of a request while it is typed. */
class LineEditor extends Composite<Div> {
  private static final int LONGEST_ITEM = 200;
  private static final int LONGEST_UNIT = 20;
  private final TextField item = new TextField(getTranslation("line.item"));
  private final BigDecimalField quantity = new BigDecimalField(getTranslation("line.quantity"));
  private final TextField unit = new TextField(getTranslation("line.unit"));
  private final BigDecimalField price = new BigDecimalField(getTranslation("line.unitPrice"));
  private final Span total = new Span();
  private final Button remove = new Button(VaadinIcon.TRASH.create());
  private final Currency currency;

  LineEditor(Currency currency, Runnable changed, Consumer<LineEditor> removed) {
    this.currency = currency;
    item.setMaxLength(LONGEST_ITEM);
    item.setRequiredIndicatorVisible(true);
    item.addClassName("line-item");
    for (var words : new TextField[] {item, unit}) {
      words.setValueChangeMode(
          ValueChangeMode.LAZY); // kept as a draft even when left in the middle
      words.addValueChangeListener(typed -> changed.run());
    }
    unit.setMaxLength(LONGEST_UNIT);
    unit.setRequiredIndicatorVisible(true);
    unit.setPlaceholder(getTranslation("line.unit.example"));
    for (var number : new BigDecimalField[] {quantity, price}) {
      number.setLocale(Locale.ENGLISH);
      number.setRequiredIndicatorVisible(true);
      number.addClassName("number-field");
      number.setValueChangeMode(ValueChangeMode.ON_BLUR);
      number.addValueChangeListener(
          typed -> {
            showTotal();
            changed.run();
          });
    }
    price.setSuffixComponent(new Span(currency.getCurrencyCode()));
    total.addClassNames("line-total", "money");
    remove.addThemeVariants(ButtonVariant.TERTIARY);
    remove.setAriaLabel(getTranslation("line.remove"));
    remove.setTooltipText(getTranslation("line.remove"));
    remove.addClickListener(clicked -> removed.accept(this));
    getContent().addClassName("line-editor");
    getContent().add(item, quantity, unit, price, total, remove);
  }

  void setLine(NewLine line) {
    item.setValue(line.item() == null ? "" : line.item());
    quantity.setValue(line.quantity() == null ? null : line.quantity().stripTrailingZeros());
    unit.setValue(line.unit() == null ? "" : line.unit());
    price.setValue(
        line.unitPriceMinor() == null
            ? null
            : BigDecimal.valueOf(line.unitPriceMinor(), currency.getDefaultFractionDigits()));
    showTotal();
  }

  NewLine line() {
    return new NewLine(item.getValue(), quantity.getValue(), unit.getValue(), priceMinor());
  }

  boolean isBlank() {
    return item.isEmpty() && quantity.isEmpty() && unit.isEmpty() && price.isEmpty();
  }

  /** Zero while something is missing. */
  long totalMinor() {
    var each = priceMinor();
    return quantity.isEmpty() || each == null
        ? 0
        : quantity
            .getValue()
            .multiply(BigDecimal.valueOf(each))
            .setScale(0, RoundingMode.HALF_UP)
            .longValue();
  }

  void joinErrors(FieldErrors errors, int index) {
    var at = "lines[" + index + "].";
    errors.at(at + "item", item).at(at + "quantity", quantity);
    errors.at(at + "unit", unit).at(at + "unitPriceMinor", price);
  }

  void setRemovable(boolean removable) {
    remove.setEnabled(removable);
  }

  void focus() {
    item.focus();
  }

  private @Nullable Long priceMinor() {
    return price.isEmpty()
        ? null
        : price
            .getValue()
            .movePointRight(currency.getDefaultFractionDigits())
            .setScale(0, RoundingMode.HALF_UP)
            .longValue();
  }

  private void showTotal() {
    total.setText(
        totalMinor() == 0 ? "" : Figures.column(totalMinor(), currency.getCurrencyCode()));
  }
}
