package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import java.util.function.Consumer;

/** For what a style sheet cannot change: which columns a table has on a phone. */
public final class ScreenWidth {
  /** The same width as in styles.css. */
  private static final int NARROW_PX = 800;

  private ScreenWidth() {}

  /** Tells now and after each change of the window whether it is as narrow as a phone. */
  public static void follow(Component view, Consumer<Boolean> narrow) {
    view.addAttachListener(
        attached -> {
          var page = attached.getUI().getPage();
          narrow.accept(isNarrow(page.getExtendedClientDetails().getWindowInnerWidth()));
          var registration =
              page.addBrowserWindowResizeListener(
                  resized -> narrow.accept(isNarrow(resized.getWidth())));
          view.addDetachListener(
              detached -> {
                detached.unregisterListener();
                registration.remove();
              });
        });
  }

  /** Without a browser the width is unknown and counts as a desk's. */
  private static boolean isNarrow(int widthPx) {
    return widthPx > 0 && widthPx <= NARROW_PX;
  }
}
