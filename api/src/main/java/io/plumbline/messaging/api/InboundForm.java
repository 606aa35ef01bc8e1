package io.plumbline.messaging.api;

import io.plumbline.identity.Channel;
import io.plumbline.messaging.InboundMessage;
import io.plumbline.messaging.InboundMessage.Media;
import io.plumbline.messaging.PhoneNumbers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the provider's form; fields it may add later are not its business. */
final class InboundForm {
  private static final String WHATSAPP = "whatsapp:";
  private static final int LONGEST_ID = 100;
  private static final int LONGEST_ADDRESS = 200;
  private static final int LONGEST_BODY = 4_096;
  private static final int LONGEST_PAYLOAD = 256; // the provider's own limit
  private static final int MOST_MEDIA = 10;

  private final Map<String, String> fields;

  InboundForm(Map<String, String> fields) {
    this.fields = fields;
  }

  /** Empty when it names no message or no sender. */
  Optional<InboundMessage> message() {
    var id = field("MessageSid", LONGEST_ID);
    var from = field("From", LONGEST_ADDRESS);
    if (id.isEmpty() || from.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new InboundMessage(
            id,
            from.startsWith(WHATSAPP) ? Channel.WHATSAPP : Channel.SMS,
            address(from),
            address(field("To", LONGEST_ADDRESS)),
            body(),
            media(),
            button()));
  }

  /** STOP and START in the account's own words arrive as their type; a button as its text. */
  private String body() {
    var optOut = field("OptOutType", LONGEST_ID);
    var body = field("Body", LONGEST_BODY);
    if (!optOut.isEmpty()) {
      return optOut;
    }
    return body.isEmpty() ? field("ButtonText", LONGEST_BODY) : body;
  }

  private @Nullable String button() {
    var payload = field("ButtonPayload", LONGEST_PAYLOAD);
    return payload.isEmpty() ? null : payload;
  }

  private List<Media> media() {
    var count = field("NumMedia", 2);
    var number = count.matches("\\d+") ? Math.min(Integer.parseInt(count), MOST_MEDIA) : 0;
    return IntStream.range(0, number)
        .mapToObj(
            i ->
                new Media(
                    field("MediaUrl" + i, LONGEST_BODY),
                    field("MediaContentType" + i, LONGEST_ADDRESS)))
        .toList();
  }

  private String field(String name, int longest) {
    var value = fields.getOrDefault(name, "");
    return value.length() <= longest ? value : value.substring(0, longest);
  }

  private static String address(String typed) {
    return PhoneNumbers.normal(
        typed.startsWith(WHATSAPP) ? typed.substring(WHATSAPP.length()) : typed);
  }
}
