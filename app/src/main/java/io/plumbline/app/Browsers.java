package io.plumbline.app;

import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person sits at, in three words, for the record of decisions. */
final class Browsers {
  /** Marks in what a browser says of itself; most name others as well, those come last. */
  private static final List<Mark> BROWSERS =
      List.of(
          new Mark("Edg/", "Edge"),
          new Mark("OPR/", "Opera"),
          new Mark("Firefox/", "Firefox"),
          new Mark("Chrome/", "Chrome"),
          new Mark("Safari/", "Safari"));

  private static final List<Mark> SYSTEMS =
      List.of(
          new Mark("Android", "Android"),
          new Mark("iPhone", "iPhone"),
          new Mark("iPad", "iPad"),
          new Mark("Windows", "Windows"),
          new Mark("Mac OS X", "macOS"),
          new Mark("Linux", "Linux"));

  private Browsers() {}

  /** The browser of the session at work, or empty where there is none. */
  static String current() {
    var session = VaadinSession.getCurrent();
    return session == null || !session.hasLock() || session.getBrowser() == null
        ? ""
        : describe(session.getBrowser().getUserAgent());
  }

  /** "Chrome on Android"; what is not known is left as such, never the whole of it. */
  static String describe(@Nullable String userAgent) {
    return userAgent == null || userAgent.isBlank()
        ? ""
        : find(BROWSERS, userAgent, "a browser")
            + " on "
            + find(SYSTEMS, userAgent, "another system");
  }

  private static String find(List<Mark> marks, String userAgent, String otherwise) {
    return marks.stream()
        .filter(mark -> userAgent.contains(mark.text()))
        .map(Mark::name)
        .findFirst()
        .orElse(otherwise);
  }

  private record Mark(String text, String name) {}
}
