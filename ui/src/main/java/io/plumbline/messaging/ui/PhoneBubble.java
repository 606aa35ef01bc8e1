package io.plumbline.messaging.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.plumbline.messaging.PhoneSimulator;
import io.plumbline.messaging.PhoneSimulator.Bubble;
import io.plumbline.messaging.PhoneSimulator.Enclosed;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;

/** A message as the phone shows it: picture or file, text, time, and what can be pressed. */
class PhoneBubble extends Div {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH).withZone(ZoneId.systemDefault());

  PhoneBubble(Bubble message, Consumer<PhoneSimulator.Button> press) {
    addClassNames("bubble", message.mine() ? "mine" : "theirs");
    var file = message.file();
    if (file != null) {
      add(file.isPicture() ? picture(file) : link(file));
    }
    if (!message.body().isEmpty()) {
      add(new LinkedText(message.body()));
    }
    var time = new Span(TIME.format(message.at()));
    time.addClassName("bubble-time");
    add(time);
    message.buttons().forEach(button -> add(quickReply(button, press)));
  }

  private static Component picture(Enclosed file) {
    var image = new Image();
    image.setSrc(content(file));
    image.setAlt(file.name());
    image.addClassName("bubble-picture");
    return image;
  }

  private static Component link(Enclosed file) {
    var link = new Anchor(content(file), file.name());
    link.addComponentAsFirst(VaadinIcon.FILE_O.create());
    link.addClassName("file-link");
    return link;
  }

  /** Only what phones show keeps its type: anything else is to be kept, never opened here. */
  private static DownloadHandler content(Enclosed file) {
    return event -> {
      event.setFileName(file.name());
      event.setContentType(file.isPicture() ? file.contentType() : "application/octet-stream");
      event.getResponse().setHeader("X-Content-Type-Options", "nosniff");
      event.getOutputStream().write(file.content());
    };
  }

  private static NativeButton quickReply(
      PhoneSimulator.Button button, Consumer<PhoneSimulator.Button> press) {
    var reply = new NativeButton(button.text(), clicked -> press.accept(button));
    reply.addClassName("quick-reply");
    return reply;
  }
}
