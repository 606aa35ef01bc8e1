package io.plumbline.procurement.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import io.plumbline.document.AttachmentSubject;
import io.plumbline.document.ui.AttachmentPanel;
import io.plumbline.document.ui.AttachmentPanels;
import io.plumbline.procurement.PurchaseRequestDetails;
import io.plumbline.procurement.PurchaseRequests;
import io.plumbline.procurement.Status;
import io.plumbline.procurement.Vendor;
import io.plumbline.shared.Money;
import io.plumbline.shared.ui.Facts;
import io.plumbline.shared.ui.InstanceDiagrams;
import io.plumbline.shared.ui.LiveUpdates;
import io.plumbline.shared.ui.Moments;
import io.plumbline.shared.ui.Section;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parts of a request as every page and task form shows them. */
@SpringComponent
@UIScope
class RequestSections {
  /** These take nothing from a budget any more. */
  private static final Set<Status> GIVEN_BACK = EnumSet.of(Status.REJECTED, Status.WITHDRAWN);

  private final Moments moments;
  private final InstanceDiagrams diagrams;
  private final AttachmentPanels files;
  private final LiveUpdates updates;

  RequestSections(
      Moments moments, InstanceDiagrams diagrams, AttachmentPanels files, LiveUpdates updates) {
    this.moments = moments;
    this.diagrams = diagrams;
    this.files = files;
    this.updates = updates;
  }

  /** What one has to know to decide, in the order one asks for it. */
  List<Component> decisionBasis(PurchaseRequestDetails request) {
    var parts = new ArrayList<Component>();
    parts.add(facts(request));
    if (request.budget() != null && !GIVEN_BACK.contains(request.status())) {
      parts.add(new BudgetBar(request.budget(), request.order() != null));
    }
    parts.add(new Section(translate("request.lines"), new LinesTable(request)));
    if (!request.note().isBlank()) {
      parts.add(note(request));
    }
    if (!request.decisions().isEmpty()) {
      parts.add(decisions(request));
    }
    return parts;
  }

  Facts facts(PurchaseRequestDetails request) {
    var amount = new Span(Money.of(request.amountMinor(), request.currency()).text());
    amount.addClassName("money");
    return new Facts()
        .add(translate("request.amount"), amount)
        .add(translate("request.project"), request.project().name())
        .add(translate("request.neededBy"), moments.day(request.neededBy()))
        .add(translate("request.requester"), request.requesterName())
        .add(translate("request.category"), translate("category." + request.category()))
        .add(translate("request.vendor"), vendor(request.vendor()));
  }

  Section note(PurchaseRequestDetails request) {
    var text = new Paragraph(request.note());
    text.addClassName("prose");
    return new Section(translate("request.note"), text);
  }

  Section decisions(PurchaseRequestDetails request) {
    return new Section(
        translate("request.decisions"), new DecisionList(request.decisions(), moments));
  }

  /** Draws anew when someone commented or changed the files. */
  void follow(Component part, Runnable refresh) {
    updates.follow(part, PurchaseRequests.SIGNAL, refresh);
  }

  /** The files; the panel keeps what is being uploaded while it is drawn anew. */
  AttachmentPanel files(PurchaseRequestDetails request) {
    return files.of(AttachmentSubject.of(request.id().value()));
  }

  Section comments(PurchaseRequestDetails request) {
    return new Section(translate("request.comments"), new CommentList(request.comments(), moments));
  }

  Section timeline(PurchaseRequestDetails request) {
    return new Section(
        translate("request.timeline"), new TimelineList(request.timeline(), moments));
  }

  /** Where the process stands; the diagram keeps itself up to date. */
  Section whereItStands(PurchaseRequestDetails request) {
    var key = request.processInstanceKey();
    var diagram = key == null ? null : diagrams.of(key).orElse(null);
    return new Section(
        translate("request.process"),
        diagram == null ? new Paragraph(translate("request.process.none")) : diagram);
  }

  private static String vendor(@Nullable Vendor vendor) {
    return vendor == null ? translate("request.vendor.none") : vendor.name();
  }
}
