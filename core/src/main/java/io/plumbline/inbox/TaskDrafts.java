package io.plumbline.inbox;

import io.plumbline.draft.Drafts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where drafts about a task are kept, and when they are over. */
@Component
public class TaskDrafts {
  private final Drafts drafts;

  TaskDrafts(Drafts drafts) {
    this.drafts = drafts;
  }

  /** The place of a task's drafts; a key alone may name another task after a reset. */
  public static String place(TaskRef task) {
    return "task/" + task.key() + "/" + task.subjectId();
  }

  @EventListener
  void on(TaskCompletionRequested completed) {
    drafts.close(place(completed.task()));
  }
}
