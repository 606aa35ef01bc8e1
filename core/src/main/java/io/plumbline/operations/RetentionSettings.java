package io.plumbline.operations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long is kept what only operators or staff look at.
 *
 * @param finishedInstances process instances after their end, with everything under them
 * @param conversations what people wrote and the files they sent; a conversation after its last
 *     message
 * @param addressCodes that a code was sent to an address
 */
@ConfigurationProperties("plumbline.retention")
record RetentionSettings(
    @DefaultValue("400d") Duration finishedInstances,
    @DefaultValue("365d") Duration conversations,
    @DefaultValue("7d") Duration addressCodes) {
  RetentionSettings {
    requireADay("finished-instances", finishedInstances);
    requireADay("conversations", conversations);
    requireADay("address-codes", addressCodes);
  }

  private static void requireADay(String name, Duration kept) {
    if (kept.compareTo(Duration.ofDays(1)) < 0) {
      throw new IllegalArgumentException(
          "plumbline.retention." + name + " must be at least 1d, not " + kept);
    }
  }
}
