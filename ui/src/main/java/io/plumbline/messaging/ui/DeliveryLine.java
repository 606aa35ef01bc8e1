package io.plumbline.messaging.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.plumbline.messaging.DeliveryReasons;
import io.plumbline.messaging.ThreadMessage.Change;
import io.plumbline.messaging.ThreadMessage.Outgoing;
import io.plumbline.shared.ui.Badge;
import io.plumbline.shared.ui.Moments;
import io.plumbline.shared.ui.Toast;
import java.util.UUID;

/** What became of a message of ours, why, and what can be done about it. */
class DeliveryLine extends Div {
  private final transient Moments moments;

  DeliveryLine(Outgoing message, Moments moments, Again again) {
    this.moments = moments;
    addClassName("delivery");
    var details = new NativeDetails(summary(message), history(message));
    add(details);
    var failed = message.state().equals("FAILED");
    var unknown = message.state().equals("UNKNOWN");
    if (message.reason() != null && !message.reason().isBlank()) {
      var why = new Span(DeliveryReasons.words(message.reason()));
      why.addClassName("delivery-reason");
      add(why);
    }
    if (message.sentAgain()) {
      add(new Span(getTranslation("delivery.sentAgain")));
    } else if (failed) {
      add(button("delivery.again", () -> send(message.id(), false, again)));
    } else if (unknown) {
      add(button("delivery.decide", () -> ask(message.id(), again)));
    }
  }

  private Span summary(Outgoing message) {
    var state = message.state();
    var badge =
        switch (state) {
          case "FAILED" -> new Badge(word(state), VaadinIcon.WARNING, Badge.Tone.BAD);
          case "UNKNOWN" -> new Badge(word(state), VaadinIcon.QUESTION, Badge.Tone.WARNING);
          case "READ" -> new Badge(word(state), VaadinIcon.EYE, Badge.Tone.OK);
          case "DELIVERED" -> new Badge(word(state), VaadinIcon.CHECK, Badge.Tone.OK);
          case "SENT" -> new Badge(word(state), VaadinIcon.PAPERPLANE_O, Badge.Tone.NEUTRAL);
          default -> new Badge(word(state), VaadinIcon.CLOCK, Badge.Tone.NEUTRAL);
        };
    var by = message.author() == null ? getTranslation("delivery.bySystem") : message.author();
    var kind = message.isTemplate() ? " · " + getTranslation("delivery.template") : "";
    return new Span(badge, new Span(" " + by + kind));
  }

  private OrderedList history(Outgoing message) {
    var list = new OrderedList();
    message.history().forEach(change -> list.add(line(change)));
    return list;
  }

  private ListItem line(Change change) {
    var reason =
        change.reason() == null || change.reason().isBlank()
            ? ""
            : ": " + DeliveryReasons.words(change.reason());
    return new ListItem(moments.exact(change.at()) + " · " + word(change.state()) + reason);
  }

  private String word(String state) {
    return getTranslation("delivery.state." + state);
  }

  private Button button(String key, Runnable action) {
    var button = new Button(getTranslation(key), clicked -> action.run());
    button.addThemeVariants(ButtonVariant.SMALL);
    button.setDisableOnClick(true);
    button.addClickListener(clicked -> button.setEnabled(true));
    return button;
  }

  private void ask(UUID message, Again again) {
    new RepeatDialog(() -> send(message, true, again)).open();
  }

  private void send(UUID message, boolean evenIfUnknown, Again again) {
    again.send(message, evenIfUnknown);
    Toast.done(getTranslation("delivery.again.done"));
  }

  /** Sends a message again. */
  interface Again {
    void send(UUID message, boolean evenIfUnknown);
  }
}
