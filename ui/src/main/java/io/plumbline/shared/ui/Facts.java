package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** What one needs to know at a glance: a row of labelled values. */
public class Facts extends Composite<DescriptionList> {

  public Facts() {
    getContent().addClassName("facts");
  }

  public Facts add(String label, String value) {
    return add(label, new Span(value));
  }

  public Facts add(String label, Component value) {
    var pair = new Div(new DescriptionList.Term(label), new DescriptionList.Description(value));
    pair.addClassName("fact");
    getContent().add(pair);
    return this;
  }
}
