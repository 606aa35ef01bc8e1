package io.plumbline.app;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A person in front of a browser, who notes everything that went wrong in it. */
final class Visitor implements AutoCloseable {
  private static final double PATIENCE_MS = 60_000;

  private final String url;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  private Visitor(String url, Browser browser, Browser.NewContextOptions screen) {
    this.url = url;
    context = browser.newContext(screen.setAcceptDownloads(true));
    context.setDefaultTimeout(PATIENCE_MS);
    page = context.newPage();
    page.onPageError(error -> complaints.add("script error: " + error));
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add("console: " + message.text());
          }
        });
    page.onRequest(
        request -> {
          if (!request.url().startsWith(url) && request.url().startsWith("http")) {
            complaints.add("foreign request: " + request.url());
          }
        });
  }

  static Visitor atDesk(String url, Browser browser, ColorScheme scheme) {
    return new Visitor(
        url,
        browser,
        new Browser.NewContextOptions().setViewportSize(1440, 900).setColorScheme(scheme));
  }

  static Visitor withPhone(String url, Browser browser, ColorScheme scheme) {
    return new Visitor(
        url,
        browser,
        new Browser.NewContextOptions()
            .setViewportSize(390, 844)
            .setHasTouch(true)
            .setIsMobile(true)
            .setColorScheme(scheme));
  }

  Visitor signIn(String username) {
    open("login");
    page.locator("input[name=username]").fill(username);
    page.locator("input[name=password]").fill("plumbline");
    press("Sign in");
    page.waitForURL(address -> !address.contains("/login"));
    return this;
  }

  Visitor open(String path) {
    page.navigate(url + "/" + path);
    return this;
  }

  Page page() {
    return page;
  }

  /** Presses the button that says exactly this. */
  void press(String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .first()
        .click();
  }

  /** Goes on when these words are on the page. */
  Locator sees(String words) {
    var found = page.getByText(words).first();
    found.waitFor();
    return found;
  }

  void picture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target", "screens", name + ".png")));
  }

  List<String> complaints() {
    return complaints;
  }

  @Override
  public void close() {
    context.close();
  }
}
