package io.plumbline.shared.worker;

import java.time.Duration;

/** How an attempt at a job ended, in words for the engine. */
sealed interface JobResult {

  /** For metrics. */
  String outcome();

  record Completed(String variables) implements JobResult {
    @Override
    public String outcome() {
      return "completed";
    }
  }

  record ErrorThrown(String code, String message, String variables) implements JobResult {
    @Override
    public String outcome() {
      return "error";
    }
  }

  record Failed(String message, int retries, Duration backoff) implements JobResult {
    @Override
    public String outcome() {
      return "failed";
    }
  }
}
