package io.plumbline.inbox.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import io.plumbline.draft.Drafts;
import io.plumbline.identity.Callers;
import io.plumbline.inbox.TaskHandovers;
import io.plumbline.inbox.TaskResting;
import io.plumbline.shared.ui.Moments;
import io.plumbline.shared.ui.NumberLinks;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How times and numbers are shown, and to whom; what can be done about any task. */
@SpringComponent
@UIScope
record InboxSurroundings(
    Moments moments,
    NumberLinks numbers,
    Callers callers,
    TaskHandovers handovers,
    TaskResting resting,
    Drafts drafts) {

  boolean isMe(@Nullable UUID person) {
    return callers.current().user().value().equals(person);
  }
}
