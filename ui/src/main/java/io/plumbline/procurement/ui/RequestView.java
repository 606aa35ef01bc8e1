package io.plumbline.procurement.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.document.ui.AttachmentPanel;
import io.plumbline.procurement.PurchaseRequestDetails;
import io.plumbline.procurement.PurchaseRequests;
import io.plumbline.procurement.Status;
import io.plumbline.shared.ui.Badge;
import io.plumbline.shared.ui.LiveUpdates;
import io.plumbline.shared.ui.Moments;
import io.plumbline.shared.ui.TextDialog;
import io.plumbline.shared.ui.Toast;
import jakarta.annotation.security.PermitAll;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Everything about one request, for everyone involved. */
@Route(ProcurementNavigation.REQUESTS + "/:number")
@PermitAll
public class RequestView extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private final PurchaseRequests requests;
  private final RequestSections sections;
  private final Moments moments;
  private final Div facts = new Div();
  private final OrderLine order;
  private final Div process = new Div();
  private final Div talk = new Div();
  private final Div history = new Div();
  private final Div files = new Div();
  private final Div comment = new Div();
  private @Nullable PurchaseRequestDetails shown;
  private @Nullable AttachmentPanel panel;

  public RequestView(
      PurchaseRequests requests, RequestSections sections, Moments moments, LiveUpdates updates) {
    this.requests = requests;
    this.sections = sections;
    this.moments = moments;
    this.order = new OrderLine(requests, moments);
    addClassNames("page", "request-page", "sections");
    facts.addClassName("sections");
    history.addClassName("sections");
    add(facts, order, files, talk, comment, process, history);
    updates.follow(this, change -> true, this::refresh);
    updates.follow(this, PurchaseRequests.SIGNAL, this::refresh);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var number = event.getRouteParameters().get("number").orElse("");
    shown = null;
    show(requests.find(number.toUpperCase(Locale.ROOT)));
  }

  @Override
  public String getPageTitle() {
    return shown == null ? getTranslation("requests.title") : shown.number();
  }

  private void refresh() {
    if (shown != null) {
      show(requests.find(shown.id()));
    }
    if (panel != null) {
      panel.refresh();
    }
  }

  private void show(PurchaseRequestDetails request) {
    if (request.equals(shown)) {
      return;
    }
    var before = shown;
    shown = request;
    facts.removeAll();
    facts.add(head(request), new H2(request.title()));
    facts.add(sections.decisionBasis(request));
    order.show(request.order());
    if (before == null) {
      files.removeAll();
      panel = sections.files(request);
      files.add(panel);
      comment.removeAll();
      comment.add(new CommentBox(requests, request.id(), this::refresh));
    }
    if (before == null || before.processInstanceKey() == null) {
      process.removeAll();
      process.add(sections.whereItStands(request));
    }
    talk.removeAll();
    talk.setVisible(!request.comments().isEmpty());
    if (talk.isVisible()) {
      talk.add(sections.comments(request));
    }
    history.removeAll();
    history.add(sections.timeline(request));
  }

  private Div head(PurchaseRequestDetails request) {
    var head = new Div(new Span(request.number()), new StatusBadge(request.status()));
    head.addClassName("task-head");
    head.add(
        new Badge(
            getTranslation("request.via", getTranslation("channel." + request.channel().name())),
            Badge.Tone.NEUTRAL));
    if (request.revision() > 1) {
      head.add(
          new Badge(getTranslation("request.revision", request.revision()), Badge.Tone.NEUTRAL));
    }
    var when = moments.pastText(request.submittedAt());
    when.addClassName("muted");
    head.add(when);
    if (request.withdrawalRequested() && request.status() != Status.WITHDRAWN) {
      head.add(
          new Badge(
              getTranslation("request.withdrawing"), VaadinIcon.HOURGLASS, Badge.Tone.WARNING));
    } else if (request.mayWithdraw()) {
      var withdraw = new Button(getTranslation("request.withdraw"), clicked -> askToWithdraw());
      withdraw.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
      withdraw.addClassName("at-end");
      head.add(withdraw);
    }
    return head;
  }

  private void askToWithdraw() {
    new TextDialog(
            getTranslation("withdraw.title"),
            getTranslation("reason.label"),
            getTranslation("withdraw.help"),
            getTranslation("request.withdraw"),
            this::withdraw)
        .open();
  }

  private void withdraw(String reason) {
    if (shown != null) {
      requests.withdraw(shown.id(), reason);
      Toast.done(getTranslation("withdraw.done", shown.number()));
      refresh();
    }
  }
}
