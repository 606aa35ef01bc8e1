package io.plumbline.inbox.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.data.renderer.LitRenderer;
import io.plumbline.inbox.TaskRow;
import io.plumbline.shared.Money;
import io.plumbline.shared.ui.Moments;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A row says what, for how much, for which project, from whom, until when. */
final class TaskRowRenderer {
  private static final char NO_BREAK = '\u00a0';
  private static final String TEMPLATE =
      """
      <div class="task ${item.state} ${item.marks}">
        <button type="button" class="task-pick" role="checkbox" tabindex="-1" aria-checked="${item.picked}"
            aria-label="${item.pickText}" title="${item.pickText}" @click="${pick}"></button>
        <span class="task-dot" role="img" aria-label="${item.stateText}" title="${item.stateText}"></span>
        <span class="task-title">${item.title}</span>
        <span class="task-due ${item.dueTone}" title="${item.dueExact}">${item.due}</span>
        <span class="task-facts">${item.facts}</span>
        <span class="task-amount">${item.amount}</span>
      </div>
      """;

  /** What this person did with rows before. */
  interface Marks {
    boolean isUnread(TaskRow row);

    boolean isPicked(TaskRow row);

    void pick(TaskRow row);

    /** Whether these are tasks already decided. */
    boolean isOver();
  }

  private TaskRowRenderer() {}

  static LitRenderer<TaskRow> create(Moments moments, Marks marks) {
    return LitRenderer.<TaskRow>of(TEMPLATE)
        .withProperty("title", TaskRow::title)
        .withProperty("state", TaskRowRenderer::state)
        .withProperty("stateText", row -> stateText(row, marks))
        .withProperty("marks", row -> marks(row, marks))
        .withProperty("picked", row -> String.valueOf(marks.isPicked(row)))
        .withProperty("pickText", row -> translate("bulk.pick", row.title()))
        .withFunction("pick", marks::pick)
        .withProperty("due", row -> marks.isOver() ? "" : due(row, moments))
        .withProperty("dueTone", row -> marks.isOver() ? "" : dueTone(row, moments))
        .withProperty("dueExact", row -> row.dueAt() == null ? "" : moments.exact(row.dueAt()))
        .withProperty("facts", row -> facts(row, moments))
        .withProperty("amount", TaskRowRenderer::amount);
  }

  private static boolean isUnread(TaskRow row, Marks marks) {
    return marks.isUnread(row) && !row.sending() && !marks.isOver();
  }

  private static String stateText(TaskRow row, Marks marks) {
    var state = marks.isOver() && !row.sending() ? "done" : state(row);
    var text = translate("task.state." + state);
    return isUnread(row, marks) ? translate("task.state.unread", text) : text;
  }

  private static String marks(TaskRow row, Marks marks) {
    return (isUnread(row, marks) ? "unread" : "") + (marks.isPicked(row) ? " picked" : "");
  }

  private static String state(TaskRow row) {
    if (row.sending()) {
      return "sending";
    }
    return row.assignee() == null ? "open" : "claimed";
  }

  private static String due(TaskRow row, Moments moments) {
    if (row.sending()) {
      return translate("task.state.sending");
    }
    return row.dueAt() == null ? "" : moments.due(row.dueAt());
  }

  private static String dueTone(TaskRow row, Moments moments) {
    if (row.dueAt() == null || row.sending()) {
      return "";
    }
    if (moments.isLate(row.dueAt())) {
      return "late";
    }
    return moments.isSoon(row.dueAt()) ? "soon" : "";
  }

  private static String facts(TaskRow row, Moments moments) {
    var absent = row.holding().actingFor();
    var standingIn = absent == null ? null : translate("task.for", absent.name());
    var owner = row.holding().delegatedBy();
    var delegated = owner == null ? null : translate("task.delegatedBy", owner.name());
    return Stream.of(
            standingIn,
            delegated,
            row.projectName(),
            row.requesterName(),
            moments.past(row.createdAt()).replace(' ', NO_BREAK))
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" · "));
  }

  private static String amount(TaskRow row) {
    var currency = row.currency();
    var minor = row.amountMinor();
    return currency == null || minor == null ? "" : Money.of(minor, currency).text();
  }
}
