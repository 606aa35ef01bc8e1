package io.plumbline.messaging.api;

import io.plumbline.identity.Caller;
import io.plumbline.identity.Callers;
import io.plumbline.identity.Channel;
import io.plumbline.identity.ChannelAddresses;
import io.plumbline.identity.ChannelAddresses.Bound;
import io.plumbline.identity.People;
import io.plumbline.identity.Person;
import io.plumbline.identity.TenantId;
import io.plumbline.identity.Tenants;
import io.plumbline.messaging.PhoneSimulator;
import io.plumbline.messaging.api.SimulatedMessages.Carried;
import java.net.URI;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Phones played on this machine: their messages go through the real webhook. */
@Component
@Profile("local")
class SimulatedPhones implements PhoneSimulator {
  private static final String WHATSAPP = "whatsapp:";

  private final SimulatedMessages messages;
  private final ProviderCalls calls;
  private final WebhookSettings settings;
  private final Directory directory;

  SimulatedPhones(
      SimulatedMessages messages,
      ProviderCalls calls,
      WebhookSettings settings,
      Directory directory) {
    this.messages = messages;
    this.calls = calls;
    this.settings = settings;
    this.directory = directory;
  }

  @Override
  public List<Phone> phones() {
    var known = directory.phones();
    var others =
        messages.phones().stream()
            .map(SimulatedPhones::phone)
            .filter(phone -> known.stream().noneMatch(phone::isSameLine));
    return Stream.concat(known.stream(), others).toList();
  }

  @Override
  public List<Bubble> conversation(Phone phone) {
    return messages.of(line(phone)).stream()
        .map(
            message ->
                new Bubble(
                    message.fromPhone(),
                    message.body(),
                    message.at(),
                    message.buttons(),
                    message.media() == null ? null : message.media().file()))
        .toList();
  }

  @Override
  public void write(Phone phone, String body) {
    post(form(carried(phone, body)));
  }

  @Override
  public void send(Phone phone, String body, Enclosed file) {
    if (file.content().length > LARGEST_FILE) {
      throw new IllegalArgumentException("No phone sends " + file.content().length + " bytes");
    }
    var message = messages.add(line(phone), sender(phone.channel()), body, file);
    var media = Objects.requireNonNull(message.media());
    var fields = form(message);
    fields.put("NumMedia", "1");
    fields.put(
        "MediaUrl0",
        SimulatedMedia.address(settings.accountSid(), message.sid(), media).toString());
    fields.put("MediaContentType0", file.contentType());
    post(fields);
  }

  @Override
  public void press(Phone phone, Button button) {
    var fields = form(carried(phone, button.text()));
    fields.put("ButtonText", button.text());
    fields.put("ButtonPayload", button.payload());
    post(fields);
  }

  private Carried carried(Phone phone, String body) {
    return messages.add(true, line(phone), sender(phone.channel()), body, List.of());
  }

  private void post(Map<String, String> fields) {
    var status = calls.post(URI.create(settings.publicUrl() + "/webhooks/twilio/messages"), fields);
    if (status != 200) {
      throw new IllegalStateException("The webhook answered " + status);
    }
  }

  @Override
  public Subscription subscribe(Consumer<Phone> listener) {
    var end = messages.subscribe(message -> listener.accept(phone(message.phone())));
    return end::run;
  }

  private Map<String, String> form(Carried message) {
    var fields = new HashMap<String, String>();
    fields.put("MessageSid", message.sid());
    fields.put("SmsMessageSid", message.sid());
    fields.put("AccountSid", settings.accountSid());
    fields.put("From", message.phone());
    fields.put("To", message.ours());
    fields.put("Body", message.body());
    fields.put("NumMedia", "0");
    fields.put("NumSegments", "1");
    fields.put("SmsStatus", "received");
    fields.put("ApiVersion", "2010-04-01");
    return fields;
  }

  private String sender(Channel channel) {
    return channel == Channel.WHATSAPP
        ? WHATSAPP + settings.whatsappSender()
        : settings.smsSender();
  }

  private static String line(Phone phone) {
    return phone.channel() == Channel.WHATSAPP ? WHATSAPP + phone.address() : phone.address();
  }

  private static Phone phone(String line) {
    return line.startsWith(WHATSAPP)
        ? new Phone("", "", Channel.WHATSAPP, line.substring(WHATSAPP.length()))
        : new Phone("", "", Channel.SMS, line);
  }

  /** Whose phones there are. */
  @Component
  @Profile("local")
  static class Directory {
    private final Tenants tenants;
    private final Callers callers;
    private final ChannelAddresses addresses;
    private final People people;

    Directory(Tenants tenants, Callers callers, ChannelAddresses addresses, People people) {
      this.tenants = tenants;
      this.callers = callers;
      this.addresses = addresses;
      this.people = people;
    }

    List<Phone> phones() {
      return tenants.all().stream()
          .flatMap(tenant -> callers.call(Caller.system(tenant), () -> of(tenant)).stream())
          .sorted(
              Comparator.comparing(Phone::firm)
                  .thenComparing(Phone::address)
                  .thenComparing(Phone::channel))
          .toList();
    }

    private List<Phone> of(TenantId tenant) {
      var firm = tenants.get(tenant).name();
      return Stream.of(Channel.WHATSAPP, Channel.SMS)
          .flatMap(
              channel -> addresses.all(channel).stream().map(bound -> phone(firm, channel, bound)))
          .toList();
    }

    private Phone phone(String firm, Channel channel, Bound bound) {
      var name = people.find(bound.user()).map(Person::name).orElse(bound.address());
      return new Phone(firm, name, channel, bound.address());
    }
  }
}
