package io.plumbline.inbox.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import io.plumbline.shared.ui.Moments;
import io.plumbline.shared.ui.NumberLinks;

/** How times and numbers are shown. */
@SpringComponent
@UIScope
record InboxSurroundings(Moments moments, NumberLinks numbers) {}
