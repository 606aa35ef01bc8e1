package io.plumbline.shared.api;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** An Idempotency-Key came again with another request. */
class OtherRequestWithSameKey extends ErrorResponseException {
  OtherRequestWithSameKey() {
    super(
        HttpStatus.UNPROCESSABLE_CONTENT,
        ProblemJson.of(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "idempotency.otherRequest",
            "This Idempotency-Key was used for another request."),
        null);
  }
}
