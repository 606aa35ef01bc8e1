package io.plumbline.messaging.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Span;
import java.util.regex.Pattern;

/** A text as it was written, with the web addresses in it to follow. */
class LinkedText extends Span {
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)]");

  LinkedText(String text) {
    getElement().setAttribute("dir", "auto");
    var match = ADDRESS.matcher(text);
    var from = 0;
    while (match.find()) {
      add(text.substring(from, match.start()));
      var link = new Anchor(match.group(), match.group(), AnchorTarget.BLANK);
      link.getElement().setAttribute("rel", "noopener noreferrer");
      add(link);
      from = match.end();
    }
    add(text.substring(from));
  }
}
