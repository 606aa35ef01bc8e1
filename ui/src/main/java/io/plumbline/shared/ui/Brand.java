package io.plumbline.shared.ui;

import com.vaadin.flow.component.html.Span;

/** The mark and the name. */
class Brand extends Span {

  Brand() {
    addClassName("brand");
    var mark = new Span();
    mark.addClassName("brand-mark");
    add(mark, new Span("Plumbline"));
  }
}
