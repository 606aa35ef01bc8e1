package io.plumbline.messaging;

/** What became of an inbound message. */
enum Outcome {
  ANSWERED,
  STRANGER_ANSWERED,
  STRANGER_IGNORED,
  ASKED_FIRM,
  OPTED_OUT,
  OPTED_IN,
  /** From a person who wants no messages. */
  SILENT,
  FAILED
}
