package io.plumbline.operations;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model with what happened on it.
 *
 * @param xml BPMN of the version this instance runs
 */
public record ProcessDiagram(String xml, List<Element> elements) {
  /**
   * An element of the diagram that was reached.
   *
   * @param state ACTIVE, COMPLETED or TERMINATED (the latest visit)
   * @param visits how often it was entered
   * @param waitingUntil next timer on it, or null
   */
  public record Element(
      String elementId,
      String state,
      int visits,
      Instant since,
      @Nullable Instant until,
      boolean incident,
      @Nullable Instant waitingUntil) {}
}
