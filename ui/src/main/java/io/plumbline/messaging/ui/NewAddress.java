package io.plumbline.messaging.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.identity.Channel;
import io.plumbline.identity.UserId;
import io.plumbline.messaging.ContactAddresses;
import io.plumbline.messaging.ContactAddresses.Waiting;
import io.plumbline.shared.Refusal;
import io.plumbline.shared.ui.FieldErrors;
import io.plumbline.shared.ui.Section;
import io.plumbline.shared.ui.Toast;

/**
 * Adds an address in two steps: the code goes there, and the person types it in. Who proposes one
 * for somebody else only sees that it waits for them.
 */
class NewAddress extends Div {
  private final transient ContactAddresses contacts;
  private final transient UserId person;
  private final transient Runnable changed;
  private final Select<Channel> channel = new Select<>();
  private final TextField address = new TextField();

  NewAddress(ContactAddresses contacts, UserId person, boolean mine, Runnable changed) {
    this.contacts = contacts;
    this.person = person;
    this.changed = changed;
    addClassName("sections");
    contacts
        .waiting(person)
        .forEach(waiting -> add(mine ? confirmation(waiting) : proposal(waiting)));
    add(new Section(getTranslation("addresses.new"), form()));
  }

  private Div form() {
    channel.setLabel(getTranslation("addresses.channel"));
    channel.setItems(Channel.WHATSAPP, Channel.SMS, Channel.EMAIL);
    channel.setItemLabelGenerator(one -> getTranslation("channel." + one.name()));
    channel.addValueChangeListener(chosen -> address.setHelperText(help(chosen.getValue())));
    channel.setValue(Channel.WHATSAPP);
    address.setLabel(getTranslation("addresses.address"));
    address.setWidthFull();
    var send = new Button(getTranslation("addresses.send"), clicked -> send());
    send.addThemeVariants(ButtonVariant.PRIMARY);
    var form = new Div(channel, address, send);
    form.addClassName("address-form");
    return form;
  }

  private String help(Channel chosen) {
    return getTranslation(
        chosen == Channel.EMAIL ? "addresses.address.help.EMAIL" : "addresses.address.help");
  }

  private void send() {
    try {
      contacts.add(person, channel.getValue(), address.getValue());
      changed.run();
    } catch (Refusal refusal) {
      address.setErrorMessage(FieldErrors.sentence(refusal.problems().getFirst()));
      address.setInvalid(true);
      address.focus();
    }
  }

  private Section proposal(Waiting waiting) {
    return new Section(
        getTranslation("channel." + waiting.channel().name()),
        new Paragraph(getTranslation("addresses.proposed", waiting.address())));
  }

  private Section confirmation(Waiting waiting) {
    var code =
        new CodeField(
            getTranslation("addresses.code", waiting.address()),
            getTranslation("addresses.code.help"));
    var confirm =
        new Button(getTranslation("addresses.confirm"), clicked -> confirm(waiting, code));
    var form = new Div(code, confirm);
    form.addClassName("address-form");
    return new Section(getTranslation("channel." + waiting.channel().name()), form);
  }

  private void confirm(Waiting waiting, CodeField code) {
    if (!code.complete()) {
      return;
    }
    try {
      contacts.confirm(waiting.id(), code.getValue());
      Toast.done(getTranslation("addresses.added", waiting.address()));
      changed.run();
    } catch (Refusal refusal) {
      code.refused(refusal);
    }
  }
}
