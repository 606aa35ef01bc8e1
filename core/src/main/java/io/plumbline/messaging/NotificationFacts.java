package io.plumbline.messaging;

import org.jspecify.annotations.Nullable;

/**
 * What the decisions about a notification need; no address and no text.
 *
 * @param effective false when another instance carries it out already
 */
public record NotificationFacts(
    boolean effective, @Nullable Reachability reach, @Nullable Quiet quiet) {
  static final String CLOSED = "closed";
  static final NotificationFacts DUPLICATE = new NotificationFacts(false, null, null);

  /**
   * Whether a process is worth its while: there is a channel to try, or the quiet hours hold and
   * one may have opened when they are over.
   */
  boolean mayLeadOutside() {
    return reach != null && (reach.any() || !reach.urgent() && quiet != null && quiet.holdNow());
  }

  /**
   * Where the person can and wants to be reached.
   *
   * @param at when that was found out: ISO instant
   * @param window "open", "template" when only a template gets through, "closed"
   */
  public record Reachability(
      String at, boolean urgent, Line whatsapp, Line sms, Line email, String window) {

    /** Whether there is any channel to try; WhatsApp takes nothing while it is closed. */
    boolean any() {
      return whatsapp.open() && !window.equals(CLOSED) || sms.open() || email.open();
    }
  }

  /**
   * One channel.
   *
   * @param place in the person's order, from 1; 0 when switched off
   * @param reachable there is an address the person did not opt out of
   */
  public record Line(int place, boolean reachable) {
    boolean open() {
      return place > 0 && reachable;
    }
  }

  /**
   * When the person is not to be disturbed, in the firm's zone.
   *
   * @param now local time, HH:mm:ss
   * @param from start of the quiet hours, HH:mm:ss; null without quiet hours
   * @param until end of the quiet hours, HH:mm:ss
   * @param endsAt when they end next: ISO date-time with offset
   */
  public record Quiet(
      String now, @Nullable String from, @Nullable String until, @Nullable String endsAt) {

    /** Whether they hold now, as the table of quiet hours sees it. */
    boolean holdNow() {
      if (from == null || until == null) {
        return false;
      }
      var begun = now.compareTo(from) >= 0;
      var notOver = now.compareTo(until) < 0;
      return from.compareTo(until) < 0 ? begun && notOver : begun || notOver;
    }
  }
}
