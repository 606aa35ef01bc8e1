package io.plumbline.messaging;

import io.plumbline.identity.Channel;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Plays the phones of people known here, on one machine and without an account at a provider: what
 * they write goes the whole way of a real message. Implemented outside core, for profile local
 * only.
 */
public interface PhoneSimulator {
  /** Larger files are not sent; a little more than we take, so that the refusal can be seen. */
  int LARGEST_FILE = 20 * 1024 * 1024;

  /** What phones show. */
  Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

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
   * Sends a picture or file from this phone, which we fetch from the provider as we would in
   * earnest.
   *
   * @param body what is written with it, possibly empty
   * @throws IllegalStateException when the webhook did not take it
   */
  void send(Phone phone, String body, Enclosed file);

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
  record Bubble(
      boolean mine, String body, Instant at, List<Button> buttons, @Nullable Enclosed file) {
    public Bubble {
      buttons = List.copyOf(buttons);
    }

    public Bubble(boolean mine, String body, Instant at) {
      this(mine, body, at, List.of(), null);
    }
  }

  /** A picture or file as the phone has it, unchecked. */
  record Enclosed(String name, String contentType, byte[] content) {
    /** Whether phones show it rather than its name; nothing that could hold a script. */
    public boolean isPicture() {
      return PICTURES.contains(contentType);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Enclosed file
          && name.equals(file.name)
          && contentType.equals(file.contentType)
          && Arrays.equals(content, file.content);
    }

    @Override
    public int hashCode() {
      return Objects.hash(name, contentType, Arrays.hashCode(content));
    }

    /** Never the content. */
    @Override
    public String toString() {
      return "Enclosed[" + name + ", " + content.length + " bytes]";
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
