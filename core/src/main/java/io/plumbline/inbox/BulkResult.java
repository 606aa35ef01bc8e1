package io.plumbline.inbox;

import io.plumbline.shared.Problem;
import java.util.List;

/**
 * What became of one task of many.
 *
 * @param problems why it was refused; empty when it was done
 */
public record BulkResult(long taskKey, List<Problem> problems) {
  public boolean done() {
    return problems.isEmpty();
  }
}
