package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;

/** Something a feature puts into the top bar, beside the person menu; one per page. */
public interface TopBarItem {
  Component create();
}
