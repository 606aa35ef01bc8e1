package io.plumbline.messaging.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.identity.ChannelAddresses.Known;
import io.plumbline.identity.UserId;
import io.plumbline.messaging.ContactAddresses;
import io.plumbline.shared.Refusal;
import io.plumbline.shared.ui.Badge;
import io.plumbline.shared.ui.FieldErrors;
import io.plumbline.shared.ui.Section;
import io.plumbline.shared.ui.Toast;
import java.util.List;

/** What a person can be reached at and is heard from. */
class AddressList extends Div {
  private final transient ContactAddresses contacts;
  private final transient UserId person;
  private final boolean mine;
  private final transient Runnable changed;

  AddressList(ContactAddresses contacts, UserId person, boolean mine, Runnable changed) {
    this.contacts = contacts;
    this.person = person;
    this.mine = mine;
    this.changed = changed;
    var known = contacts.of(person);
    add(new Section(getTranslation("addresses.known"), known.isEmpty() ? none() : list(known)));
  }

  private Component none() {
    return new Paragraph(getTranslation("addresses.none"));
  }

  private Component list(List<Known> known) {
    var list = new UnorderedList();
    list.addClassName("address-list");
    known.forEach(one -> list.add(row(one)));
    return list;
  }

  private ListItem row(Known one) {
    var address = new Span(one.address());
    address.addClassName("num");
    var channel = new Span(getTranslation("channel." + one.channel().name()));
    channel.addClassName("muted");
    var row = new ListItem(address, channel, badge(one));
    if (mine && one.provenAt() == null) {
      row.add(small("addresses.prove", one, () -> prove(one)));
    }
    if (one.bound()) {
      row.add(small("addresses.remove", one, () -> ask(one)));
    }
    return row;
  }

  private Button small(String text, Known one, Runnable action) {
    var button = new Button(getTranslation(text), clicked -> action.run());
    button.addThemeVariants(ButtonVariant.SMALL);
    button.setAriaLabel(getTranslation(text + ".label", one.address()));
    return button;
  }

  /** Sends a code there; the page then asks for it. */
  private void prove(Known one) {
    try {
      contacts.add(person, one.channel(), one.address());
      changed.run();
    } catch (Refusal refusal) {
      Toast.failed(FieldErrors.sentence(refusal.problems().getFirst()));
    }
  }

  private Badge badge(Known one) {
    if (one.optedOut()) {
      return new Badge(getTranslation("addresses.stopped"), Badge.Tone.WARNING);
    }
    return one.provenAt() == null
        ? new Badge(getTranslation("addresses.unproven"), Badge.Tone.WARNING)
        : new Badge(getTranslation("addresses.proven"), Badge.Tone.OK);
  }

  private void ask(Known one) {
    new ConfirmDialog(
            getTranslation("addresses.remove.title", one.address()),
            getTranslation("addresses.remove.text"),
            getTranslation("addresses.remove"),
            confirmed -> remove(one),
            getTranslation("reason.cancel"),
            cancelled -> {})
        .open();
  }

  private void remove(Known one) {
    contacts.remove(person, one.channel(), one.address());
    Toast.done(getTranslation("addresses.removed", one.address()));
    changed.run();
  }
}
