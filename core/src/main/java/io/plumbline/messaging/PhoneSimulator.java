package io.plumbline.messaging;

import io.plumbline.identity.Channel;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Plays the phones of people known here, on one machine and without an account at a provider: what
 * they write goes the whole way of a real message. Implemented outside core, for profile local
 * only.
 */
public interface PhoneSimulator {
  /** All phones of all firms, by firm and person; then others that wrote or were written to. */
  List<Phone> phones();

  /** What was written from and to this phone on its channel, oldest first. */
  List<Bubble> conversation(Phone phone);

  /**
   * Sends a message from this phone.
   *
   * @throws IllegalStateException when the webhook did not take it
   */
  void write(Phone phone, String body);

  /**
   * Presses a button under a message on this phone.
   *
   * @throws IllegalStateException when the webhook did not take it
   */
  void press(Phone phone, Button button);

  /** Calls the listener, on a thread of its own, after each message to or from any phone. */
  Subscription subscribe(Consumer<Phone> listener);

  /** A number on one channel; firm and person are for people to read, empty when it is nobody's. */
  record Phone(String firm, String person, Channel channel, String address) {
    /** A phone that belongs to nobody yet. */
    public static Phone of(Channel channel, String address) {
      return new Phone("", "", channel, address);
    }

    public boolean isSameLine(Phone other) {
      return channel == other.channel && address.equals(other.address);
    }
  }

  /** A message as the phone shows it; {@code mine} was written by the phone's owner. */
  record Bubble(boolean mine, String body, Instant at, List<Button> buttons) {
    public Bubble {
      buttons = List.copyOf(buttons);
    }

    public Bubble(boolean mine, String body, Instant at) {
      this(mine, body, at, List.of());
    }
  }

  /** What a quick reply says and what it carries. */
  record Button(String text, String payload) {}

  /** A running subscription. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
