package io.plumbline.procurement.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.plumbline.document.ui.AttachmentPanel;
import io.plumbline.inbox.TaskDetails;
import io.plumbline.inbox.ui.TaskForm;
import io.plumbline.procurement.PurchaseRequestDetails;
import io.plumbline.procurement.PurchaseRequestId;
import io.plumbline.procurement.PurchaseRequests;
import io.plumbline.shared.Money;
import io.plumbline.shared.ui.DraftTexts;
import java.util.Objects;
import java.util.Optional;

/**
 * A task about one request: the request itself, its files, what was said and what happened, kept
 * fresh; also after the task has ended.
 */
abstract class ProcurementTask implements TaskForm {
  static final String PROCESS = PurchaseRequests.PROCESS;
  private final TaskDetails task;
  private final PurchaseRequests requests;
  private final RequestSections sections;
  private final Div basis = new Div();
  private final Div talk = new Div();
  private final Div history = new Div();
  private final AttachmentPanel files;
  private final CommentBox comment;
  private PurchaseRequestDetails request;

  ProcurementTask(TaskDetails task, PurchaseRequests requests, RequestSections sections) {
    this.task = task;
    this.requests = requests;
    this.sections = sections;
    this.request = load();
    this.files = sections.files(request);
    this.comment = new CommentBox(requests, request.id(), this::refresh);
    basis.addClassName("sections");
    sections.follow(basis, this::refresh);
    show();
  }

  PurchaseRequestDetails request() {
    return request;
  }

  TaskDetails task() {
    return task;
  }

  String amount() {
    return Money.of(request.amountMinor(), request.currency()).text();
  }

  /** Said after a decision: "PR-000123 approved". */
  String done(String outcome) {
    return translate("decision.done", request.number(), translate("decision." + outcome));
  }

  /** What there is to fill in, above the request; nothing for a plain decision. */
  Optional<Component> input() {
    return Optional.empty();
  }

  @Override
  public String title() {
    return task.row().title();
  }

  @Override
  public Component content() {
    var all = new Div();
    all.addClassName("sections");
    if ("CREATED".equals(task.state())) {
      input().ifPresent(all::add);
    }
    all.add(basis, files, talk, comment, sections.whereItStands(request), history);
    return all;
  }

  @Override
  public void refresh() {
    var now = load();
    if (!now.equals(request)) {
      request = now;
      show();
    }
    files.refresh();
  }

  @Override
  public Optional<Runnable> comment() {
    return Optional.of(comment::focus);
  }

  @Override
  public void keep(DraftTexts drafts) {
    comment.keep(drafts);
  }

  @Override
  public boolean isDirty() {
    return !comment.isEmpty();
  }

  private void show() {
    basis.removeAll();
    basis.add(sections.decisionBasis(request));
    talk.removeAll();
    talk.setVisible(!request.comments().isEmpty());
    if (talk.isVisible()) {
      talk.add(sections.comments(request));
    }
    history.removeAll();
    history.add(sections.timeline(request));
  }

  private PurchaseRequestDetails load() {
    return requests.find(
        new PurchaseRequestId(Objects.requireNonNull(task.row().subjectId(), "subjectId")));
  }
}
