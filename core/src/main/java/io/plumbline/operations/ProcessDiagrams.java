package io.plumbline.operations;

import java.util.Optional;

/**
 * Diagrams of instances of the caller's tenant; whoever may see the business object may see its
 * diagram.
 */
public interface ProcessDiagrams {
  Optional<ProcessDiagram> ofInstance(long processInstanceKey);
}
