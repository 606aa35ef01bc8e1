package io.plumbline.inbox.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import io.plumbline.draft.Drafts;
import io.plumbline.identity.Callers;
import io.plumbline.shared.ui.Moments;
import io.plumbline.shared.ui.NumberLinks;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How times and numbers are shown, and to whom. */
@SpringComponent
@UIScope
record InboxSurroundings(Moments moments, NumberLinks numbers, Callers callers, Drafts drafts) {

  boolean isMe(@Nullable UUID person) {
    return callers.current().user().value().equals(person);
  }
}
