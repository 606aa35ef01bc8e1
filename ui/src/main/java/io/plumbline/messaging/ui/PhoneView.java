package io.plumbline.messaging.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.plumbline.identity.Channel;
import io.plumbline.messaging.PhoneSimulator;
import io.plumbline.messaging.PhoneSimulator.Button;
import io.plumbline.messaging.PhoneSimulator.Enclosed;
import io.plumbline.messaging.PhoneSimulator.Phone;
import io.plumbline.messaging.PhoneSimulator.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plays anybody's phone: choose whose, write, and see the answers come in. */
@Route(value = "simulator/phone", autoLayout = false, registerAtStartup = false)
@AnonymousAllowed
public class PhoneView extends Main
    implements BeforeEnterObserver, HasDynamicTitle, PhoneScreen.Phoning {
  private final transient PhoneSimulator simulator;
  private final transient List<Phone> phones;
  private final PhoneScreen screen = new PhoneScreen(this);
  private final PhoneList list;
  private transient @Nullable Phone chosen;
  private transient @Nullable Subscription subscription;

  public PhoneView(PhoneSimulator simulator) {
    this.simulator = simulator;
    this.phones = simulator.phones();
    this.list = new PhoneList(phones, this::choose);
    addClassName("simulator");
    var intro =
        new Div(
            new H1(getTranslation("phone.title")), new Paragraph(getTranslation("phone.intro")));
    var aside = new Div(intro, list);
    aside.addClassName("simulator-aside");
    add(aside, screen);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    ThisMachine.require(event);
    var asked = event.getLocation().getQueryParameters();
    var to = asked.getSingleParameter("to");
    var by = asked.getSingleParameter("by");
    phones.stream()
        .filter(phone -> to.stream().allMatch(phone.address()::equals))
        .filter(phone -> by.stream().allMatch(phone.channel().name()::equals))
        .findFirst()
        .or(() -> to.flatMap(address -> by.flatMap(PhoneView::line).map(c -> Phone.of(c, address))))
        .ifPresent(this::choose);
  }

  private static Optional<Channel> line(String name) {
    return Stream.of(Channel.WHATSAPP, Channel.SMS)
        .filter(channel -> channel.name().equals(name))
        .findFirst();
  }

  @Override
  public String getPageTitle() {
    return getTranslation("phone.title");
  }

  @Override
  protected void onAttach(AttachEvent attached) {
    var ui = attached.getUI();
    subscription =
        simulator.subscribe(
            changed -> {
              var shown = chosen;
              if (shown != null && shown.isSameLine(changed)) {
                ui.access(this::refresh);
              }
            });
  }

  @Override
  protected void onDetach(DetachEvent detached) {
    if (subscription != null) {
      subscription.close();
    }
  }

  private void choose(Phone phone) {
    chosen = phone;
    list.mark(phone);
    screen.open(phone);
    refresh();
  }

  @Override
  public void write(String text) {
    if (chosen != null) {
      simulator.write(chosen, text);
      refresh();
    }
  }

  @Override
  public void send(String text, Enclosed file) {
    if (chosen != null) {
      simulator.send(chosen, text, file);
      refresh();
    }
  }

  @Override
  public void press(Button button) {
    if (chosen != null) {
      simulator.press(chosen, button);
      refresh();
    }
  }

  private void refresh() {
    if (chosen != null) {
      screen.show(simulator.conversation(chosen));
    }
  }
}
