package io.plumbline.inbox.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.plumbline.inbox.Inbox;
import io.plumbline.inbox.TaskDecision;
import io.plumbline.inbox.TaskDetails;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.Problem;
import io.plumbline.shared.ProblemTexts;
import io.plumbline.shared.Refusal;
import io.plumbline.shared.ui.Badge;
import io.plumbline.shared.ui.Moments;
import io.plumbline.shared.ui.NumberLinks;
import io.plumbline.shared.ui.Shortcuts;
import io.plumbline.shared.ui.TextDialog;
import io.plumbline.shared.ui.Toast;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One task: what it is about, and the buttons that end it, always in reach. */
class TaskPane extends Composite<Div> {
  private final Inbox inbox;
  private final Moments moments;
  private final NumberLinks numbers;
  private final TaskDetails task;
  private final TaskForm form;
  private final Listener listener;

  /** What the surrounding view does about it. */
  interface Listener {
    void closed();

    void changed(long taskKey);

    void decided(long taskKey);
  }

  TaskPane(
      Inbox inbox,
      Moments moments,
      NumberLinks numbers,
      TaskDetails task,
      TaskForm form,
      Listener listener) {
    this.inbox = inbox;
    this.moments = moments;
    this.numbers = numbers;
    this.task = task;
    this.form = form;
    this.listener = listener;
    var title = new H2(form.title());
    title.setId("task-title");
    var scroll = new Div(head(), title, form.content());
    scroll.addClassName("task-scroll");
    getContent().addClassName("task-pane");
    getContent().getElement().setAttribute("role", "region");
    getContent().getElement().setAttribute("aria-labelledby", "task-title");
    getContent().add(scroll, foot());
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
    } else if (key.equals("m")) {
      comment();
    } else {
      form.choices().stream()
          .filter(choice -> choice.key().equals(key) && offered(choice))
          .findFirst()
          .ifPresent(this::ask);
    }
  }

  private Div head() {
    var back = new Button(VaadinIcon.ANGLE_LEFT.create(), clicked -> listener.closed());
    back.addThemeVariants(ButtonVariant.TERTIARY);
    back.addClassName("back");
    back.setAriaLabel(getTranslation("task.back"));
    var head = new Div(back);
    head.addClassName("task-head");
    var row = task.row();
    if (row.businessKey() != null) {
      head.add(numbers.to(row.businessKey()));
    }
    form.badges().forEach(head::add);
    if (row.dueAt() != null && isOpen()) {
      head.add(dueBadge(row.dueAt()));
    }
    if (row.assigneeName() != null && isOpen() && !task.mayRelease()) {
      head.add(
          new Badge(
              getTranslation("task.claimedBy", row.assigneeName()),
              VaadinIcon.USER,
              Badge.Tone.NEUTRAL));
    }
    if (task.mayClaim()) {
      head.add(quiet("task.claim", this::claim));
    }
    if (task.mayRelease()) {
      head.add(quiet("task.release", this::release));
    }
    return head;
  }

  private Button quiet(String textKey, Runnable action) {
    var button = new Button(getTranslation(textKey), clicked -> action.run());
    button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    button.addClassName("at-end");
    return button;
  }

  private Badge dueBadge(Instant due) {
    var late = moments.isLate(due);
    var soon = moments.isSoon(due);
    var badge =
        new Badge(
            late ? moments.due(due) : getTranslation("task.due", moments.due(due)),
            VaadinIcon.CLOCK,
            late ? Badge.Tone.BAD : soon ? Badge.Tone.WARNING : Badge.Tone.NEUTRAL);
    badge.setTitle(moments.exact(due));
    return badge;
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
    if (form.comment().isPresent()) {
      var comment = new Button(getTranslation("task.comment"), clicked -> comment());
      comment.addClassName("comment-button");
      foot.add(comment);
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
    if (!isOpen()) {
      return getTranslation("task.ended." + task.state());
    }
    return task.outcomes().isEmpty() && !task.whyNot().isEmpty()
        ? ProblemTexts.sentence(Problem.of(null, task.whyNot()), Locale.ENGLISH)
        : null;
  }

  private boolean isOpen() {
    return "CREATED".equals(task.state()) && !task.row().sending();
  }

  private boolean offered(Choice choice) {
    return isOpen() && task.outcomes().contains(choice.outcome());
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
    form.comment()
        .ifPresent(
            send ->
                new TextDialog(
                        form.title(),
                        getTranslation("comment.label"),
                        getTranslation("comment.help"),
                        getTranslation("comment.send"),
                        text -> {
                          send.accept(text);
                          form.refresh();
                        })
                    .open());
  }
}
