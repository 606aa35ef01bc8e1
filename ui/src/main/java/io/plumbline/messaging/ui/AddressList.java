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
import io.plumbline.shared.ui.Badge;
import io.plumbline.shared.ui.Section;
import io.plumbline.shared.ui.Toast;
import java.util.List;

/** What a person can be reached at and is heard from. */
class AddressList extends Div {
  private final transient ContactAddresses contacts;
  private final transient UserId person;
  private final transient Runnable changed;

  AddressList(ContactAddresses contacts, UserId person, Runnable changed) {
    this.contacts = contacts;
    this.person = person;
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
    var remove = new Button(getTranslation("addresses.remove"), clicked -> ask(one));
    remove.addThemeVariants(ButtonVariant.SMALL);
    remove.setAriaLabel(getTranslation("addresses.remove.label", one.address()));
    return new ListItem(address, channel, badge(one), remove);
  }

  private Badge badge(Known one) {
    if (one.optedOut()) {
      return new Badge(getTranslation("addresses.stopped"), Badge.Tone.WARNING);
    }
    return one.provenAt() == null
        ? new Badge(getTranslation("addresses.entered"), Badge.Tone.NEUTRAL)
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
