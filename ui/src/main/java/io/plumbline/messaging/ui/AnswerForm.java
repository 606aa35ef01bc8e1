package io.plumbline.messaging.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.identity.Channel;
import io.plumbline.messaging.ConversationThread;
import io.plumbline.messaging.ReplyWindow;
import io.plumbline.shared.ui.Badge;
import io.plumbline.shared.ui.Moments;
import java.util.function.Consumer;

/** The answer: free text while the window is open, a template while it is closed. */
class AnswerForm extends Footer {
  private static final int LONGEST = 1_600;

  private final TextArea text = new TextArea();
  private final Div free;
  private final Div window = new Div();
  private final TemplateForm template;
  private final transient Consumer<String> write;
  private final transient Moments moments;

  AnswerForm(Consumer<String> write, TemplateForm template, Moments moments) {
    this.write = write;
    this.template = template;
    this.moments = moments;
    addClassName("talk-answer");
    text.setAriaLabel(getTranslation("conversation.write"));
    text.setPlaceholder(getTranslation("conversation.write"));
    text.setHelperText(getTranslation("conversation.write.help"));
    text.setMaxLength(LONGEST);
    text.setValueChangeMode(ValueChangeMode.EAGER); // or the keys would send what was there before
    var send = new Button(getTranslation("conversation.send"), VaadinIcon.PAPERPLANE.create());
    send.addThemeVariants(ButtonVariant.PRIMARY);
    send.addClickListener(clicked -> send());
    send.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(text);
    free = new Div(text, send);
    free.addClassName("talk-write");
    add(window, free, template);
  }

  void show(ConversationThread thread) {
    var open = thread.head().window().isOpen();
    free.setVisible(open && !thread.optedOut());
    template.setVisible(!open && !thread.optedOut());
    window.removeAll();
    window.setVisible(thread.optedOut() || thread.head().channel() == Channel.WHATSAPP);
    window.add(
        thread.optedOut()
            ? new Span(getTranslation("conversation.optedOut.why"))
            : badge(thread.head().window()));
  }

  private Badge badge(ReplyWindow shown) {
    var until = shown.until();
    return shown.isOpen() && until != null
        ? new Badge(
            getTranslation("conversation.window.open", moments.left(until)),
            VaadinIcon.CLOCK,
            Badge.Tone.OK)
        : new Badge(
            getTranslation("conversation.window.closed"), VaadinIcon.LOCK, Badge.Tone.WARNING);
  }

  private void send() {
    if (text.getValue().isBlank()) {
      text.focus();
      return;
    }
    write.accept(text.getValue().strip()); // a refusal leaves what was typed
    text.clear();
    text.focus();
  }
}
