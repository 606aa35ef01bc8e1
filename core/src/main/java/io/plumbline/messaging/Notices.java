package io.plumbline.messaging;

/** Tells people things; joins the caller's transaction, delivery follows after the commit. */
public interface Notices {
  /**
   * Queues it for the person's preferred channel (the one they last wrote from, else WhatsApp, SMS,
   * e-mail).
   */
  void tell(Notice notice);
}
