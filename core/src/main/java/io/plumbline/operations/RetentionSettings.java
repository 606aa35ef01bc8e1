package io.plumbline.operations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long is kept what only operators look at.
 *
 * @param finishedInstances process instances after their end, with everything under them
 */
@ConfigurationProperties("plumbline.retention")
record RetentionSettings(@DefaultValue("400d") Duration finishedInstances) {
  RetentionSettings {
    if (finishedInstances.compareTo(Duration.ofDays(1)) < 0) {
      throw new IllegalArgumentException(
          "plumbline.retention.finished-instances must be at least 1d, not " + finishedInstances);
    }
  }
}
