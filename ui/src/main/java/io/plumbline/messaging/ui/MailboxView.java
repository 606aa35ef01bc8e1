package io.plumbline.messaging.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.plumbline.document.StoredFile;
import io.plumbline.messaging.CaughtMails;
import io.plumbline.messaging.CaughtMails.Mail;
import io.plumbline.messaging.ProviderAway;
import io.plumbline.shared.ui.Message;
import java.io.ByteArrayInputStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What the mailbox of this machine caught, by receiver, with the files that came along. */
@Route(value = "simulator/mailbox", autoLayout = false, registerAtStartup = false)
@AnonymousAllowed
public class MailboxView extends Main implements BeforeEnterObserver, HasDynamicTitle {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH)
          .withZone(ZoneId.systemDefault());

  private final transient CaughtMails mails;
  private final ComboBox<String> address = new ComboBox<>();
  private final Div list = new Div();

  public MailboxView(CaughtMails mails) {
    this.mails = mails;
    addClassNames("simulator", "mailbox");
    address.setLabel(getTranslation("mailbox.to"));
    address.setItems(mails.addresses());
    address.setAllowCustomValue(true);
    address.addCustomValueSetListener(typed -> address.setValue(typed.getDetail()));
    address.addValueChangeListener(changed -> refresh());
    var again =
        new Button(
            getTranslation("mailbox.refresh"), VaadinIcon.REFRESH.create(), clicked -> refresh());
    var choice = new Div(address, again);
    choice.addClassName("mailbox-choice");
    list.addClassName("mailbox-list");
    add(new H1(getTranslation("mailbox.title")), choice, list);
    refresh();
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    ThisMachine.require(event);
    event.getLocation().getQueryParameters().getSingleParameter("to").ifPresent(address::setValue);
  }

  @Override
  public String getPageTitle() {
    return getTranslation("mailbox.title");
  }

  private void refresh() {
    list.removeAll();
    if (address.getValue() == null) {
      list.add(new Paragraph(getTranslation("mailbox.choose")));
      return;
    }
    try {
      var found = mails.to(address.getValue());
      found.forEach(mail -> list.add(mail(mail)));
      if (found.isEmpty()) {
        list.add(new Paragraph(getTranslation("mailbox.empty")));
      }
    } catch (ProviderAway e) {
      list.add(
          new Message(
              VaadinIcon.PLUG,
              getTranslation("mailbox.away.title"),
              getTranslation("mailbox.away.text")));
    }
  }

  private Article mail(Mail mail) {
    var from = new Span(mail.from() + " · " + WHEN.format(mail.sentAt()));
    from.addClassName("muted");
    var body = new LinkedText(mail.body());
    body.addClassName("prose");
    var article = new Article(new H2(mail.subject()), from, body);
    mail.attachments().forEach(file -> article.add(link(file)));
    article.addClassName("mail");
    return article;
  }

  private static Anchor link(StoredFile file) {
    var download =
        DownloadHandler.fromInputStream(
            event ->
                new DownloadResponse(
                    new ByteArrayInputStream(file.content()),
                    file.name(),
                    file.contentType(),
                    file.content().length));
    var link = new Anchor(download, file.name());
    link.addComponentAsFirst(VaadinIcon.FILE_TEXT_O.create());
    link.addClassName("file-link");
    return link;
  }
}
