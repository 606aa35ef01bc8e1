package io.plumbline.messaging;

import org.jspecify.annotations.Nullable;

/**
 * What the decisions about a notification need; no address and no text.
 *
 * @param effective false when another instance carries it out already
 */
public record NotificationFacts(
    boolean effective, @Nullable Reachability reach, @Nullable Quiet quiet) {
  static final NotificationFacts DUPLICATE = new NotificationFacts(false, null, null);

  /**
   * Where the person can and wants to be reached.
   *
   * @param window "open", "template" when only a template gets through, "closed"
   */
  public record Reachability(boolean urgent, Line whatsapp, Line sms, Line email, String window) {}

  /**
   * One channel.
   *
   * @param place in the person's order, from 1; 0 when switched off
   * @param reachable there is an address the person did not opt out of
   */
  public record Line(int place, boolean reachable) {}

  /**
   * When the person is not to be disturbed, in the firm's zone.
   *
   * @param now local time, HH:mm:ss
   * @param from start of the quiet hours, HH:mm:ss; null without quiet hours
   * @param until end of the quiet hours, HH:mm:ss
   * @param endsAt when they end next: ISO date-time with offset
   */
  public record Quiet(
      String now, @Nullable String from, @Nullable String until, @Nullable String endsAt) {}
}
