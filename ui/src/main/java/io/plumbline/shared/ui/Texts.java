package io.plumbline.shared.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * Every text people see, from {@code vaadin-i18n/translations*.properties}. Texts with parameters
 * are {@link MessageFormat} patterns (write {@code ''} for an apostrophe there).
 */
class Texts implements I18NProvider {
  private static final String BUNDLE = "vaadin-i18n.translations";
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  @Override
  public List<Locale> getProvidedLocales() {
    return List.of(Locale.ENGLISH);
  }

  @Override
  public String getTranslation(String key, Locale locale, Object... params) {
    try {
      var text = ResourceBundle.getBundle(BUNDLE, locale, NO_FALLBACK).getString(key);
      return params.length == 0 ? text : new MessageFormat(text, locale).format(params);
    } catch (MissingResourceException missing) {
      // the key is more useful to the reader than a broken page; TextsTest keeps this from
      // happening
      return key;
    }
  }
}
