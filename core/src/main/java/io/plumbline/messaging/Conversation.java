package io.plumbline.messaging;

import io.plumbline.identity.Channel;
import io.plumbline.shared.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something people can talk about by text. Features register one; the first that feels addressed
 * answers. The person writing is the current caller.
 */
public interface Conversation {
  /** One line for the answer to "help"; empty for none. */
  String help();

  /**
   * Thinks about a text, outside any transaction; empty when it is not about this.
   *
   * @param address where the answer will go, with its channel the key of what was said before
   */
  Optional<Turn> consider(Channel channel, String address, String text);

  /** Thinks about the press of a button, by what the button carries; empty when it is not ours. */
  default Optional<Turn> pressed(Channel channel, String address, String button) {
    return Optional.empty();
  }

  /**
   * Whether the caller's firm waits for just this, so that a person of several firms is not asked
   * which one they mean.
   *
   * @param button what a pressed button carries; null when it was typed
   */
  default boolean expects(String text, @Nullable String button) {
    return false;
  }

  /** What to do and to say; runs in the transaction that marks the message as handled. */
  interface Turn {
    /**
     * Acts and returns the answer.
     *
     * @throws Refusal when a rule forbids it: everything is rolled back, then {@link #refused}
     *     answers in a transaction of its own
     */
    String act();

    String refused(Refusal refusal);
  }
}
