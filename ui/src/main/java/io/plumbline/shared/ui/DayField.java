package io.plumbline.shared.ui;

import com.vaadin.flow.component.datepicker.DatePicker;

/** A day, chosen or typed day first, everywhere the same; says so when what was typed is no day. */
public class DayField extends DatePicker {
  private static final int FIRST_DAY_OF_WEEK = 0; // Sunday, where most of our firms work

  public DayField() {
    setI18n(
        new DatePickerI18n()
            .setDateFormats("d MMM yyyy", "d.M.yyyy", "d/M/yyyy", "yyyy-MM-dd")
            .setFirstDayOfWeek(FIRST_DAY_OF_WEEK)
            .setBadInputErrorMessage(getTranslation("day.unreadable"))
            .setMinErrorMessage(getTranslation("day.tooEarly")));
  }

  /** Whether something stands in the field that is no day; the value is empty then. */
  boolean isUnreadable() {
    return isInputUnparsable();
  }
}
