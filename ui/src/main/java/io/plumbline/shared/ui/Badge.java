package io.plumbline.shared.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Locale;

/** A status: word, colour and icon together, since colour alone says nothing to some. */
public class Badge extends Span {

  /** What the colour means. */
  public enum Tone {
    NEUTRAL,
    INFO,
    OK,
    WARNING,
    BAD
  }

  public Badge(String text, VaadinIcon icon, Tone tone) {
    this(text, tone);
    var picture = icon.create();
    picture.getElement().setAttribute("aria-hidden", "true");
    addComponentAsFirst(picture);
  }

  /** For facts that are no status and need no icon, such as "Level 2 of 3". */
  public Badge(String text, Tone tone) {
    addClassNames("badge", tone.name().toLowerCase(Locale.ROOT));
    add(new Span(text));
  }
}
