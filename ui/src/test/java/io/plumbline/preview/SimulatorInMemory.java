package io.plumbline.preview;

import io.plumbline.document.FileId;
import io.plumbline.document.StoredFile;
import io.plumbline.identity.Channel;
import io.plumbline.messaging.CaughtMails;
import io.plumbline.messaging.PhoneSimulator;
import io.plumbline.messaging.ProviderAway;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Two phones that answer at once, and a mailbox with one mail. */
@Component
public class SimulatorInMemory implements PhoneSimulator, CaughtMails {
  public static final Phone SITE =
      new Phone("Acme Contracting", "Site requester", Channel.WHATSAPP, "+966500000001");
  public static final Phone OFFICE =
      new Phone("Borealis Facilities", "Site requester", Channel.SMS, "+4915100000001");

  private final List<Bubble> bubbles = new CopyOnWriteArrayList<>();
  private final List<Consumer<Phone>> listeners = new CopyOnWriteArrayList<>();

  @Override
  public List<Phone> phones() {
    return List.of(SITE, OFFICE);
  }

  @Override
  public List<Bubble> conversation(Phone phone) {
    return phone.isSameLine(SITE) ? bubbles : List.of();
  }

  @Override
  public void write(Phone phone, String body) {
    bubbles.add(new Bubble(true, body, FirmInMemory.CLOCK.instant()));
    bubbles.add(new Bubble(false, "PR-000001 is filed.", FirmInMemory.CLOCK.instant()));
    listeners.forEach(listener -> listener.accept(phone));
  }

  @Override
  public void send(Phone phone, String body, Enclosed file) {
    bubbles.add(new Bubble(true, body, FirmInMemory.CLOCK.instant(), List.of(), file));
    listeners.forEach(listener -> listener.accept(phone));
  }

  @Override
  public void press(Phone phone, Button button) {
    write(phone, button.text() + " by " + button.payload());
  }

  /** Somebody is asked and may answer by a button. */
  public void ask(String text, Button button) {
    bubbles.add(new Bubble(false, text, FirmInMemory.CLOCK.instant(), List.of(button), null));
  }

  @Override
  public Subscription subscribe(Consumer<Phone> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  public int listeners() {
    return listeners.size();
  }

  @Override
  public List<String> addresses() {
    return List.of("orders@steel.example", "away@steel.example");
  }

  @Override
  public List<Mail> to(String address) {
    if (address.startsWith("away")) {
      throw new ProviderAway("The mailbox is away", null);
    }
    var pdf =
        new StoredFile(new FileId(new UUID(0, 7)), "PO-000001.pdf", "application/pdf", new byte[4]);
    return List.of(
        new Mail(
            "plumbline@localhost",
            "Order PO-000001",
            "Please deliver.",
            FirmInMemory.CLOCK.instant(),
            List.of(pdf)));
  }
}
