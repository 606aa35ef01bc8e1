package io.plumbline.messaging.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.identity.Channel;
import io.plumbline.messaging.PhoneSimulator;
import io.plumbline.messaging.PhoneSimulator.Bubble;
import io.plumbline.messaging.PhoneSimulator.Enclosed;
import io.plumbline.messaging.PhoneSimulator.Phone;
import java.util.List;

/** A phone with one conversation. */
class PhoneScreen extends Div {
  private static final int LONGEST = 1_600;

  private final H2 title = new H2();
  private final Span owner = new Span();
  private final Div log = new Div();
  private final TextField text = new TextField();
  private final PhoneAttachment attachment = new PhoneAttachment(this::send);
  private final transient Phoning phoning;

  PhoneScreen(Phoning phoning) {
    this.phoning = phoning;
    addClassName("phone");
    owner.addClassName("muted");
    log.addClassName("phone-log");
    log.getElement().setAttribute("role", "log").setAttribute("aria-live", "polite");
    log.getElement().setAttribute("tabindex", "0");
    log.getElement().setAttribute("aria-label", getTranslation("phone.conversation"));
    log.add(new Paragraph(getTranslation("phone.choose")));
    add(head(), log, writing());
    text.setEnabled(false);
    attachment.setEnabled(false);
  }

  void open(Phone phone) {
    title.setText("Plumbline");
    owner.setText(owner(phone) + " · " + getTranslation("channel." + phone.channel().name()));
    getElement().setAttribute("data-channel", phone.channel().name());
    text.setEnabled(true);
    attachment.setEnabled(true);
    text.setPlaceholder(
        getTranslation(phone.channel() == Channel.SMS ? "phone.writeSms" : "phone.write"));
    text.focus();
  }

  void show(List<Bubble> bubbles) {
    log.removeAll();
    if (bubbles.isEmpty()) {
      log.add(new Paragraph(getTranslation("phone.empty")));
    }
    bubbles.forEach(bubble -> log.add(new PhoneBubble(bubble, phoning::press)));
    log.getElement().executeJs("this.scrollTop = this.scrollHeight");
  }

  static String owner(Phone phone) {
    return phone.person().isEmpty() ? phone.address() : phone.person();
  }

  private Div head() {
    var names = new Div(title, owner);
    var head = new Div(VaadinIcon.MOBILE.create(), names);
    head.addClassName("phone-head");
    return head;
  }

  private Div writing() {
    text.setAriaLabel(getTranslation("phone.write"));
    text.setMaxLength(LONGEST);
    text.setValueChangeMode(ValueChangeMode.EAGER); // or Enter would send what was there before
    text.addKeyPressListener(Key.ENTER, pressed -> send());
    var send = new Button(VaadinIcon.PAPERPLANE.create(), clicked -> send());
    send.addThemeVariants(ButtonVariant.PRIMARY);
    send.setAriaLabel(getTranslation("phone.send"));
    var line = new Div(attachment, text, send);
    line.addClassName("phone-write");
    return line;
  }

  private void send() {
    var typed = text.getValue();
    if (!typed.isBlank()) {
      text.clear();
      phoning.write(typed);
      text.focus();
    }
  }

  /** At once, with what is typed so far. */
  private void send(Enclosed file) {
    var typed = text.getValue();
    text.clear();
    phoning.send(typed, file);
    text.focus();
  }

  /** What can be done on the phone. */
  interface Phoning {
    void write(String text);

    void send(String text, Enclosed file);

    void press(PhoneSimulator.Button button);
  }
}
