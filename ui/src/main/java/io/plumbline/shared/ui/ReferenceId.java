package io.plumbline.shared.ui;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ties what a person sees after a failure to the log line that says why. */
final class ReferenceId {
  private static final Logger log = LoggerFactory.getLogger(ReferenceId.class);
  private static final int LENGTH = 8;

  private ReferenceId() {}

  static String logged(Throwable failure) {
    var reference = UUID.randomUUID().toString().substring(0, LENGTH);
    log.error("A view failed; people see the reference {}", reference, failure);
    return reference;
  }
}
