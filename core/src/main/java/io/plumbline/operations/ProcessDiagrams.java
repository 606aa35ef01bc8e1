package io.plumbline.operations;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Diagrams of instances of the caller's tenant; whoever may see the business object may see its
 * diagram.
 */
@Component
@Transactional(readOnly = true)
public class ProcessDiagrams {
  private final DiagramReads diagrams;

  ProcessDiagrams(DiagramReads diagrams) {
    this.diagrams = diagrams;
  }

  public Optional<ProcessDiagram> ofInstance(long processInstanceKey) {
    return diagrams.ofInstance(processInstanceKey);
  }
}
