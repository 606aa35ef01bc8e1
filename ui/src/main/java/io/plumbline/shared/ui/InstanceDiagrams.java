package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/**
 * Pictures of where a process instance stands, for features that show one beside their own facts.
 */
public interface InstanceDiagrams {

  /** The diagram with its tokens; empty while the read model does not know the instance. */
  Optional<Component> of(long processInstanceKey);
}
