package io.plumbline.messaging;

/** A picture or file cannot be fetched, now or later. */
public class MediaRefused extends RuntimeException {
  public MediaRefused(String message) {
    super(message);
  }
}
