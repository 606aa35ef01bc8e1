package io.plumbline.shared.api;

/** An Idempotency-Key came again with another request. */
class OtherRequestWithSameKey extends RuntimeException {
  OtherRequestWithSameKey() {
    super("This Idempotency-Key was used for another request.");
  }
}
