package io.plumbline.reporting.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.util.Locale;

/** Spans of time as people say them: "35 min", "6.5 h", "3.2 d". */
final class Spans {
  private static final int MINUTES_PER_HOUR = 60;
  private static final int HOURS_PER_DAY = 24;
  private static final int DAYS_FROM = 48;

  private Spans() {}

  static String text(double hours) {
    if (hours < 1) {
      return translate("span.minutes", Math.round(hours * MINUTES_PER_HOUR));
    }
    return hours < DAYS_FROM
        ? translate("span.hours", figure(hours))
        : translate("span.days", figure(hours / HOURS_PER_DAY));
  }

  private static String figure(double value) {
    return String.format(Locale.ENGLISH, "%.1f", value).replaceFirst("\\.0$", "");
  }
}
