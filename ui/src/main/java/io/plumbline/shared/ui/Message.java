package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;

/** A page or panel with nothing to show: one sentence why, and the one thing to do. */
public class Message extends Composite<Div> {

  public Message(VaadinIcon icon, String title, String text, Component... actions) {
    var content = getContent();
    content.addClassName("message");
    var picture = icon.create();
    picture.addClassName("message-icon");
    content.add(picture, new H2(title), new Paragraph(text));
    content.add(actions);
  }
}
