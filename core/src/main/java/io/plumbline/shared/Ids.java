package io.plumbline.shared;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** New ids: UUID version 7, ordered by time. */
@Component
public class Ids {
  private final TimeBasedEpochRandomGenerator generator =
      Generators.timeBasedEpochRandomGenerator();

  public UUID next() {
    return generator.generate();
  }
}
