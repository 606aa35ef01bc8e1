package io.plumbline.messaging.worker;

import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import io.plumbline.identity.Channel;
import io.plumbline.messaging.DeliveryRefused;
import io.plumbline.messaging.Messenger;
import io.plumbline.messaging.ProviderAway;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** WhatsApp and SMS by Twilio's SDK. */
@Component
class TwilioMessenger implements Messenger {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LONGEST = 1_600;
  private static final int LOOKED_THROUGH = 50;

  /** Its times are by its own clock, in full seconds. */
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);

  private final TwilioSettings settings;
  private final @Nullable TwilioRestClient client;

  TwilioMessenger(TwilioSettings settings) {
    this.settings = settings;
    this.client = settings.complete() ? client(settings) : null;
  }

  @Override
  public String send(Text text) {
    try {
      return creator(text).create(client()).getSid();
    } catch (TwilioException e) {
      throw TwilioFailures.translate(e);
    }
  }

  @Override
  public Optional<String> findSent(Text text, Instant since, Set<String> others) {
    try {
      var messages =
          Message.reader()
              .setTo(new PhoneNumber(address(text.channel(), text.to())))
              .limit(LOOKED_THROUGH)
              .read(client());
      return StreamSupport.stream(messages.spliterator(), false)
          .filter(message -> isSame(message, text, since))
          .map(Message::getSid)
          .filter(sid -> !others.contains(sid))
          .findFirst();
    } catch (TwilioException e) {
      throw new ProviderAway("The phone provider cannot say whether it was sent", e);
    }
  }

  private MessageCreator creator(Text text) {
    var creator =
        Message.creator(
            new PhoneNumber(address(text.channel(), text.to())),
            new PhoneNumber(address(text.channel(), sender(text.channel()))),
            text.template() == null ? body(text) : null); // the SDK leaves out what is null
    if (text.template() != null) {
      creator.setContentSid(text.template().contentSid());
      creator.setContentVariables(JSON.writeValueAsString(text.template().variables()));
    }
    if (text.reference() != null) {
      creator.setStatusCallback(callback(text.reference()));
    }
    return creator;
  }

  private URI callback(String reference) {
    return URI.create(settings.publicUrl() + "/webhooks/twilio/status/" + reference);
  }

  private String sender(Channel channel) {
    return switch (channel) {
      case WHATSAPP -> settings.whatsappSender();
      case SMS -> settings.smsSender();
      default -> throw new DeliveryRefused("Not a channel of the phone provider: " + channel);
    };
  }

  private static String address(Channel channel, String number) {
    return channel == Channel.WHATSAPP ? "whatsapp:" + number : number;
  }

  private static boolean isSame(Message message, Text text, Instant since) {
    return message.getDateCreated() != null
        && !message.getDateCreated().toInstant().isBefore(since.minus(CLOCKS_DIFFER))
        && body(text).strip().equals(String.valueOf(message.getBody()).strip());
  }

  private static String body(Text text) {
    var body = text.body();
    if (body.length() <= LONGEST) {
      return body;
    }
    var end = Character.isHighSurrogate(body.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
    return body.substring(0, end) + "…";
  }

  private TwilioRestClient client() {
    if (client == null) {
      throw new ProviderAway("No account is set: plumbline.twilio.account-sid, auth-token", null);
    }
    return client;
  }

  private static TwilioRestClient client(TwilioSettings settings) {
    return new TwilioRestClient.Builder(settings.accountSid(), settings.authToken())
        .httpClient(new TwilioConnection(settings.baseUrl(), settings.timeout()))
        .build();
  }
}
