package io.plumbline.inbox.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.plumbline.identity.Callers;
import io.plumbline.inbox.BulkResult;
import io.plumbline.inbox.BulkTasks;
import io.plumbline.inbox.TaskRow;
import io.plumbline.shared.ui.FieldErrors;
import io.plumbline.shared.ui.Toast;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks once before something is done to many tasks, then shows how far it is and what became of
 * each. The tasks are those listed here, whatever happens to the list behind.
 */
class BulkDialog extends Dialog {
  private final BulkTasks bulk;
  private final Callers callers;
  private final BulkOrder order;
  private final Map<Long, TaskRow> rows;
  private final Span summary = new Span();
  private final ProgressBar progress = new ProgressBar();
  private final UnorderedList list = new UnorderedList();
  private final Button go = new Button();
  private final Button close = new Button();
  private boolean started;
  private int done;
  private int refused;

  /**
   * @param after run when it is closed, unless nothing was begun
   */
  BulkDialog(BulkTasks bulk, Callers callers, BulkOrder order, Runnable after) {
    this.bulk = bulk;
    this.callers = callers;
    this.order = order;
    this.rows =
        order.rows().stream()
            .collect(Collectors.toMap(TaskRow::key, row -> row, (a, b) -> a, LinkedHashMap::new));
    setHeaderTitle(text("ask", rows.size()));
    addClassName("bulk-dialog");
    summary.getElement().setAttribute("role", "status");
    var total = Picks.total(order.rows());
    summary.setText(total.isEmpty() ? "" : getTranslation("bulk.total", total));
    progress.setMax(rows.size());
    progress.setVisible(false);
    order.rows().forEach(row -> list.add(new ListItem(name(row))));
    var scroll = new Div(list);
    scroll.addClassName("bulk-list");
    scroll.getElement().setAttribute("tabindex", "0");
    add(summary, progress, scroll);
    setUpButtons();
    addOpenedChangeListener(
        opened -> {
          if (opened.isOpened()) {
            go.focus();
          } else if (started) {
            after.run();
          }
        });
  }

  private void setUpButtons() {
    close.setText(getTranslation("reason.cancel"));
    close.addClickListener(clicked -> close());
    go.setText(text("confirm", rows.size()));
    go.addThemeVariants(ButtonVariant.PRIMARY);
    go.addClickListener(clicked -> run());
    getFooter().add(close, go);
  }

  /**
   * In the background, as the same caller; each result is pushed as it comes. It goes on when the
   * page is closed.
   */
  private void run() {
    var ui = UI.getCurrent();
    var caller = callers.current();
    started = true;
    go.setVisible(false);
    close.setEnabled(false);
    setCloseOnEsc(false);
    setCloseOnOutsideClick(false);
    progress.setVisible(true);
    list.removeAll();
    Consumer<BulkResult> show =
        ui.accessLater((BulkResult result) -> callers.run(caller, () -> show(result)), () -> {})
            ::accept;
    var finish = ui.accessLater(() -> callers.run(caller, this::finish), () -> {});
    Runnable work =
        () -> {
          bulk.run(order.action(), List.copyOf(rows.keySet()), show);
          finish.run();
        };
    Thread.startVirtualThread(() -> callers.run(caller, work));
  }

  private void show(BulkResult result) {
    if (result.done()) {
      done++;
    } else {
      refused++;
      var row = rows.get(result.taskKey());
      var why =
          result.problems().stream().map(FieldErrors::sentence).collect(Collectors.joining(" "));
      list.add(new ListItem((row == null ? "" : name(row) + ": ") + why));
    }
    progress.setValue(done + refused);
    summary.setText(getTranslation("bulk.progress", done + refused, rows.size()));
  }

  /** Nothing to read about when all went well; else it stays until it was read. */
  private void finish() {
    if (refused == 0) {
      close();
      Toast.done(text("done", done));
      return;
    }
    setHeaderTitle(getTranslation("bulk.result"));
    progress.setVisible(false);
    summary.setText(text("done", done) + " " + getTranslation("bulk.refused", refused));
    close.setText(getTranslation("keys.close"));
    close.setEnabled(true);
    close.focus();
    setCloseOnEsc(true);
  }

  private String text(String what, int tasks) {
    return getTranslation(order.kind().text(what), tasks);
  }

  /** Titles alone are often the same: "PR-000123 · Approve 200 bags of cement · 4,500 SAR". */
  private static String name(TaskRow row) {
    return Stream.of(row.businessKey(), row.title(), Picks.total(List.of(row)))
        .filter(part -> part != null && !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }
}
