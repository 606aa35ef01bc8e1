package io.plumbline.app;

import com.microsoft.playwright.options.ColorScheme;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Brings people with browsers to the shared system, for all tests of a class; skips them where
 * there is no Chromium.
 */
final class Visitors implements BeforeAllCallback, AfterAllCallback {
  private @Nullable Chromium chromium;

  @Override
  public void beforeAll(ExtensionContext tests) {
    chromium = Chromium.launch();
    PlumblineSystem.shared();
  }

  @Override
  public void afterAll(ExtensionContext tests) {
    if (chromium != null) {
      chromium.close();
    }
  }

  Visitor atDesk(ColorScheme scheme) {
    return Visitor.atDesk(url(), launched().browser(), scheme);
  }

  Visitor withPhone(ColorScheme scheme) {
    return Visitor.withPhone(url(), launched().browser(), scheme);
  }

  String url() {
    return PlumblineSystem.shared().url();
  }

  private Chromium launched() {
    if (chromium == null) {
      throw new IllegalStateException("Visitors come while the tests of a class run");
    }
    return chromium;
  }
}
