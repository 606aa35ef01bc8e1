package io.plumbline.messaging;

import io.plumbline.identity.Channel;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Sends WhatsApp and SMS. Implemented outside core over the provider's SDK. */
public interface Messenger {
  /**
   * Hands a text to the provider.
   *
   * @return the provider's id
   * @throws ProviderAway when it surely was not sent and may be tried again
   * @throws DeliveryRefused when the provider refuses it for good
   * @throws DeliveryUnknown when nobody can say whether it was sent
   */
  String send(Text text);

  /**
   * Asks the provider whether this very text was sent to that address since then, by its clock or
   * ours.
   *
   * @param others the provider's ids of other messages, which may read the same
   * @return the provider's id
   * @throws ProviderAway when the provider cannot say now
   */
  Optional<String> findSent(Text text, Instant since, Set<String> others);

  /**
   * A text to an address in normal form.
   *
   * @param reference comes back with the provider's status reports, see {@link
   *     OutgoingMessages#status}; null when nobody wants to know
   * @param template when not null the provider fills this approved template, and the body is what
   *     that reads like
   */
  record Text(
      Channel channel,
      String to,
      String body,
      @Nullable String reference,
      @Nullable Template template) {

    /** Free text. */
    public Text(Channel channel, String to, String body, @Nullable String reference) {
      this(channel, to, body, reference, null);
    }
  }

  /**
   * An approved template.
   *
   * @param contentSid the provider's id of it
   * @param variables values by number of the placeholder: "1", "2"
   */
  record Template(String contentSid, Map<String, String> variables) {
    public Template {
      variables = Map.copyOf(variables);
    }

    Template with(UnaryOperator<String> values) {
      var changed = new HashMap<>(variables);
      changed.replaceAll((number, value) -> values.apply(value));
      return new Template(contentSid, changed);
    }
  }
}
