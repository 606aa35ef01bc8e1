package io.plumbline.inbox.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import io.plumbline.inbox.TaskDetails;
import io.plumbline.inbox.TaskHandovers;
import io.plumbline.inbox.TaskResting;
import io.plumbline.shared.Refusal;
import io.plumbline.shared.ui.Toast;

/** What can be done about a task besides deciding it, in one menu. */
class TaskMore extends Composite<MenuBar> {
  private final TaskDetails task;
  private final TaskHandovers handovers;
  private final TaskResting resting;
  private final InboxSurroundings surroundings;
  private final Runnable changed;

  /**
   * The menu of a task.
   *
   * @param changed called after each thing done, or refused because others were first
   */
  TaskMore(TaskDetails task, InboxSurroundings surroundings, Runnable changed) {
    this.task = task;
    this.handovers = surroundings.handovers();
    this.resting = surroundings.resting();
    this.surroundings = surroundings;
    this.changed = changed;
    getContent().addClassName("more-button");
    getContent().addThemeVariants(MenuBarVariant.TERTIARY);
    fill(getContent().addItem(getTranslation("task.more")).getSubMenu());
  }

  boolean offersAnything() {
    return !getContent().getItems().getFirst().getSubMenu().getItems().isEmpty();
  }

  private void fill(SubMenu menu) {
    var moves = task.moves();
    add(menu, moves.takeBack(), "task.takeBack", () -> run(this::takeBack));
    add(menu, moves.delegate(), "task.delegate", this::delegate);
    add(menu, moves.reassign(), "task.reassign", this::reassign);
    add(menu, moves.putOff(), "task.putOff", this::putOff);
    add(menu, moves.resume(), "task.resume", () -> run(this::resume));
  }

  private void add(SubMenu menu, boolean offered, String textKey, Runnable action) {
    if (offered) {
      menu.addItem(getTranslation(textKey), clicked -> action.run());
    }
  }

  private void delegate() {
    new HandoverDialog(
            "task.delegate",
            task.row().title(),
            handovers.delegates(),
            given -> {
              handovers.delegate(key(), given.to().id(), given.note());
              done("task.delegated", given.to().name());
            },
            changed)
        .open();
  }

  private void reassign() {
    new HandoverDialog(
            "task.reassign",
            task.row().title(),
            handovers.entitled(key()),
            given -> {
              handovers.reassign(key(), given.to().id(), given.note());
              done("task.reassigned", given.to().name());
            },
            changed)
        .open();
  }

  /** The one thing a colleague is asked for: it has a button of its own beside this menu. */
  void handBack() {
    new NoteDialog(
            "task.handBack",
            task.row().title(),
            note ->
                run(
                    () -> {
                      handovers.handBack(key(), note);
                      Toast.done(getTranslation("task.handedBack"));
                    }))
        .open();
  }

  private void takeBack() {
    handovers.handBack(key(), "");
    Toast.done(getTranslation("task.tookBack"));
  }

  private void putOff() {
    new PutOffDialog(
            task.row().title(),
            surroundings.moments().today(),
            until -> {
              resting.putOff(key(), until);
              changed.run();
              Toast.undoable(
                  getTranslation("task.resting", surroundings.moments().day(until)),
                  () -> run(this::resume));
            })
        .open();
  }

  private void resume() {
    resting.resume(key());
  }

  private void done(String textKey, String name) {
    Toast.done(getTranslation(textKey, name));
    changed.run();
  }

  private void run(Runnable action) {
    try {
      action.run();
    } catch (Refusal refusal) {
      Toast.refused(refusal);
    }
    changed.run();
  }

  private long key() {
    return task.row().key();
  }
}
