package io.plumbline.inbox.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.plumbline.inbox.Inbox;
import io.plumbline.inbox.TaskDecision;
import io.plumbline.inbox.TaskDetails;
import io.plumbline.inbox.TaskDrafts;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.Problem;
import io.plumbline.shared.ProblemTexts;
import io.plumbline.shared.Refusal;
import io.plumbline.shared.ui.DraftTexts;
import io.plumbline.shared.ui.Section;
import io.plumbline.shared.ui.Shortcuts;
import io.plumbline.shared.ui.TextDialog;
import io.plumbline.shared.ui.Toast;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One task: what it is about, and the buttons that end it, always in reach. */
class TaskPane extends Composite<Div> {
  private final Inbox inbox;
  private final InboxSurroundings surroundings;
  private final TaskDetails task;
  private final TaskForm form;
  private final Listener listener;
  private final DraftTexts drafts;

  /** What the surrounding view does about it. */
  interface Listener {
    void closed();

    void changed(long taskKey);

    void decided(long taskKey);
  }

  TaskPane(
      Inbox inbox,
      InboxSurroundings surroundings,
      TaskDetails task,
      TaskForm form,
      Listener listener) {
    this.inbox = inbox;
    this.surroundings = surroundings;
    this.task = task;
    this.form = form;
    this.listener = listener;
    this.drafts = new DraftTexts(surroundings.drafts(), TaskDrafts.place(task.row().ref()));
    form.keep(drafts);
    var handles = new TaskHead.Handles(listener::closed, this::claim, this::release);
    var title = new H2(form.title());
    title.setId("task-title");
    title.getElement().setAttribute("tabindex", "-1");
    var scroll = new Div(new TaskHead(task, form, surroundings, handles), title, form.content());
    scroll.addClassName("task-scroll");
    var history =
        new TaskHistory(surroundings.handovers().history(task.row().key()), surroundings.moments());
    if (!history.isEmpty()) {
      scroll.add(new Section(getTranslation("task.history"), history));
    }
    getContent().addClassName("task-pane");
    getContent().getElement().setAttribute("role", "region");
    getContent().getElement().setAttribute("aria-labelledby", "task-title");
    getContent().add(scroll, foot());
  }

  /**
   * The next task after a decision: read from its title on, and deaf for a moment to the second
   * click of those who click twice.
   */
  void begin() {
    getContent().addClassName("just-come");
    getContent().getElement().executeJs("this.querySelector('#task-title').focus()");
  }

  TaskDetails task() {
    return task;
  }

  TaskForm form() {
    return form;
  }

  /** Presses the button of this key, asking once first. */
  void press(String key) {
    if (key.equals("c") && task.mayClaim()) {
      claim();
    } else if (key.equals("u") && task.mayRelease()) {
      release();
    } else if (key.equals("m")) {
      comment();
    } else {
      form.choices().stream()
          .filter(choice -> choice.key().equals(key) && offered(choice))
          .findFirst()
          .ifPresent(this::ask);
    }
  }

  private Footer foot() {
    var foot = new Footer();
    foot.addClassName("task-actions");
    var note = note();
    if (note != null) {
      var text = new Span(note);
      text.addClassName("task-note");
      foot.add(text);
    }
    form.choices().stream().filter(this::offered).map(this::button).forEach(foot::add);
    var more = new TaskMore(task, surroundings, () -> listener.changed(task.row().key()));
    if (task.moves().handBack()) {
      var handBack = new Button(getTranslation("task.handBack"), clicked -> more.handBack());
      handBack.addThemeVariants(ButtonVariant.PRIMARY);
      handBack.addClassName("main-choice");
      foot.add(handBack);
    }
    if (form.comment().isPresent()) {
      var comment = new Button(getTranslation("task.comment"), clicked -> comment());
      comment.addClassName("comment-button");
      foot.add(comment);
    }
    if (more.offersAnything()) {
      foot.add(more);
    }
    var keys = new Button(getTranslation("task.keys"), clicked -> Shortcuts.show());
    keys.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    keys.addClassNames("keys-button", "at-end");
    foot.add(keys);
    return foot;
  }

  private @Nullable String note() {
    if (task.row().sending()) {
      return getTranslation("task.sending");
    }
    if (!TaskHead.isOpen(task)) {
      return getTranslation("task.ended." + task.state());
    }
    if (task.outcomes().isEmpty() && !task.whyNot().isEmpty()) {
      return ProblemTexts.sentence(Problem.of(null, task.whyNot()), Locale.ENGLISH);
    }
    var absent = task.row().holding().actingFor();
    return absent == null ? null : getTranslation("task.actingFor", absent.name());
  }

  private boolean offered(Choice choice) {
    return TaskHead.isOpen(task) && task.outcomes().contains(choice.outcome());
  }

  private Button button(Choice choice) {
    var button = new Button(choice.text(), clicked -> choose(choice));
    if (choice.weight() == Choice.Weight.MAIN) {
      button.addThemeVariants(ButtonVariant.PRIMARY);
      button.addClassName("main-choice");
    }
    return button;
  }

  private void choose(Choice choice) {
    var data = form.data(choice);
    if (data.isEmpty()) {
      return;
    }
    if (choice.reason() == Choice.Reason.REQUIRED) {
      new TextDialog(
              getTranslation("reason.title", choice.text(), form.title()),
              getTranslation("reason.label"),
              getTranslation("reason.help"),
              choice.text(),
              reason -> decide(choice, reason, data.get()))
          .keptIn(drafts, "reason." + choice.outcome())
          .open();
    } else {
      decide(choice, null, data.get());
    }
  }

  private void ask(Choice choice) {
    if (choice.reason() == Choice.Reason.REQUIRED) {
      choose(choice);
    } else {
      new ConfirmDialog(
              form.title(),
              getTranslation("task.confirm"),
              choice.text(),
              confirmed -> choose(choice),
              getTranslation("reason.cancel"),
              cancelled -> {})
          .open();
    }
  }

  private void decide(Choice choice, @Nullable String reason, Map<String, Object> data) {
    try {
      inbox.complete(task.row().key(), new TaskDecision(choice.outcome(), reason, data));
      drafts.end();
      Toast.done(choice.done());
      listener.decided(task.row().key());
    } catch (InvalidInput invalid) {
      var unplaced = form.showProblems(invalid.problems());
      if (!unplaced.isEmpty()) {
        Toast.refused(new InvalidInput(unplaced));
      }
    } catch (Refusal refusal) {
      Toast.refused(refusal);
      listener.changed(task.row().key());
    }
  }

  private void claim() {
    inbox.claim(task.row().key());
    listener.changed(task.row().key());
  }

  private void release() {
    inbox.release(task.row().key());
    listener.changed(task.row().key());
    Toast.undoable(getTranslation("task.released"), this::claim);
  }

  private void comment() {
    form.comment().ifPresent(Runnable::run);
  }
}
