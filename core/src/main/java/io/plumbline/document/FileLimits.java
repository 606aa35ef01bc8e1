package io.plumbline.document;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much people may add.
 *
 * @param largest of one file
 * @param perSubject files on one request, conversation or the like
 */
@ConfigurationProperties("plumbline.files")
public record FileLimits(
    @DefaultValue("25MB") DataSize largest, @DefaultValue("20") int perSubject) {
  public FileLimits {
    if (largest.toMegabytes() < 1 || largest.toMegabytes() > 1_000) {
      throw new IllegalArgumentException(
          "plumbline.files.largest must be from 1MB to 1000MB, not " + largest);
    }
    if (perSubject < 1) {
      throw new IllegalArgumentException(
          "plumbline.files.per-subject must be at least 1, not " + perSubject);
    }
  }

  public long largestBytes() {
    return largest.toBytes();
  }
}
