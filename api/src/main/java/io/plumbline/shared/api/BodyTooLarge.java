package io.plumbline.shared.api;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** A request's body goes over the limit. */
class BodyTooLarge extends IOException {
  static final int LIMIT_BYTES = 1_000_000;

  BodyTooLarge() {
    super("The body has more than " + LIMIT_BYTES + " bytes");
  }

  static boolean isCauseOf(@Nullable Throwable failure) {
    return failure != null && (failure instanceof BodyTooLarge || isCauseOf(failure.getCause()));
  }

  static ProblemDetail problem() {
    return ProblemJson.of(
        HttpStatus.CONTENT_TOO_LARGE, "body.tooLarge", "A body has at most 1 MB.");
  }
}
