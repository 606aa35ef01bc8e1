package io.plumbline.shared.worker;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this node runs jobs.
 *
 * @param maxJobs jobs of one type taken at a time
 * @param jobTimeout after which the engine gives a job to someone else
 * @param firstBackoff wait before the second attempt; every further wait is {@link #GROWTH} times
 *     longer
 * @param awayBackoff wait when the database was away, which costs no attempt
 * @param drain how long a stopping node waits for running jobs
 */
@ConfigurationProperties("plumbline.workers")
record WorkerSettings(
    @DefaultValue("32") int maxJobs,
    @DefaultValue("30s") Duration jobTimeout,
    @DefaultValue("1s") Duration firstBackoff,
    @DefaultValue("2s") Duration awayBackoff,
    @DefaultValue("20s") Duration drain) {
  static final int GROWTH = 5;

  /** Attempts a model gives a job; only the growth of the back-off relies on it. */
  private static final int MODELLED_RETRIES = 3;

  Duration backoff(int retriesBefore) {
    var attempts = Math.clamp(MODELLED_RETRIES - retriesBefore, 0, MODELLED_RETRIES);
    return firstBackoff.multipliedBy((long) Math.pow(GROWTH, attempts));
  }
}
