package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;

/** What a feature adds to the trouble that operators look after; one part per page. */
public interface TroubleSection {
  Part create();

  /** Shows itself only while there is trouble. */
  interface Part {
    Component component();

    void refresh();
  }
}
