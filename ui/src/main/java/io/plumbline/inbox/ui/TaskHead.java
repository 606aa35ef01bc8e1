package io.plumbline.inbox.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.plumbline.inbox.TaskDetails;
import io.plumbline.shared.ui.Badge;
import io.plumbline.shared.ui.Moments;
import io.plumbline.shared.ui.PersonName;
import java.time.Instant;

/** The number, how far it is, until when, who has it, and the ways to take it or to leave it. */
class TaskHead extends Composite<Div> {
  private final Moments moments;

  /** What can be done about a task without deciding it. */
  record Handles(Runnable close, Runnable claim, Runnable release) {}

  TaskHead(TaskDetails task, TaskForm form, InboxSurroundings surroundings, Handles handles) {
    this.moments = surroundings.moments();
    var back = new Button(VaadinIcon.ANGLE_LEFT.create(), clicked -> handles.close().run());
    back.addThemeVariants(ButtonVariant.TERTIARY);
    back.addClassName("back");
    back.setAriaLabel(getTranslation("task.back"));
    var head = getContent();
    head.addClassName("task-head");
    head.add(back);
    var number = task.row().businessKey();
    if (number != null) {
      head.add(surroundings.numbers().to(number));
    }
    form.badges().forEach(head::add);
    if (isOpen(task)) {
      addState(task, surroundings.isMe(task.row().assignee()));
    }
    if (task.mayClaim()) {
      head.add(quiet("task.claim", handles.claim()));
    }
    if (task.mayRelease()) {
      head.add(quiet("task.release", handles.release()));
    }
  }

  static boolean isOpen(TaskDetails task) {
    return "CREATED".equals(task.state()) && !task.row().sending();
  }

  private void addState(TaskDetails task, boolean mine) {
    if (task.row().dueAt() != null) {
      getContent().add(due(task.row().dueAt()));
    }
    var holding = task.row().holding();
    var owner = task.row().assigneeName();
    if (owner != null && !mine) {
      var substitute = holding.claimedBy();
      var holder = substitute == null ? owner : PersonName.text(substitute.name(), owner);
      note("task.claimedBy", holder, VaadinIcon.USER);
    }
    if (holding.delegatedBy() != null) {
      note("task.delegatedBy", holding.delegatedBy().name(), VaadinIcon.SHARE);
    }
    if (holding.followUpAt() != null) {
      note("task.restsUntil", moments.day(holding.followUpAt()), VaadinIcon.PAUSE);
    }
  }

  private void note(String textKey, String what, VaadinIcon icon) {
    getContent().add(new Badge(getTranslation(textKey, what), icon, Badge.Tone.NEUTRAL));
  }

  private Badge due(Instant due) {
    var late = moments.isLate(due);
    var hurry = moments.isSoon(due) ? Badge.Tone.WARNING : Badge.Tone.NEUTRAL;
    var badge =
        new Badge(
            late ? moments.due(due) : getTranslation("task.due", moments.due(due)),
            VaadinIcon.CLOCK,
            late ? Badge.Tone.BAD : hurry);
    badge.setTitle(moments.exact(due));
    return badge;
  }

  private Button quiet(String textKey, Runnable action) {
    var button = new Button(getTranslation(textKey), clicked -> action.run());
    button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    button.addClassName("at-end");
    return button;
  }
}
