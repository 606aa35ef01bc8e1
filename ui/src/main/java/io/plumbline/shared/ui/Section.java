package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.H3;

/** A part of a page under its heading. */
@Tag(Tag.SECTION)
public class Section extends HtmlContainer {

  public Section(String title, Component... content) {
    addClassName("section");
    add(new H3(title));
    add(content);
  }
}
