package io.plumbline.procurement.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.document.AttachmentSubject;
import io.plumbline.document.ui.AttachmentPanel;
import io.plumbline.document.ui.AttachmentPanels;
import io.plumbline.draft.Drafts;
import io.plumbline.procurement.PurchaseRequests;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.ui.DraftTexts;
import io.plumbline.shared.ui.Roles;
import io.plumbline.shared.ui.Toast;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;

/** Files a purchase request. */
@Route(ProcurementNavigation.NEW)
@RolesAllowed(Roles.REQUESTER)
public class NewRequestView extends Div implements BeforeLeaveObserver, HasDynamicTitle {
  private static final String PLACE = "new-request";
  private static final String FILES = "files";
  private final PurchaseRequests requests;
  private final RequestForm form;
  private final AttachmentSubject draft;
  private final AttachmentPanel files;
  private final DraftTexts texts;
  private final Paragraph back = new Paragraph();
  private boolean filed;

  public NewRequestView(
      PurchaseRequests requests,
      RequestFormChoices choices,
      AttachmentPanels panels,
      Drafts drafts) {
    this.requests = requests;
    this.form = choices.form();
    this.texts = new DraftTexts(drafts, PLACE);
    var kept = texts.get(FILES);
    this.draft =
        kept.isEmpty() ? panels.newDraft() : AttachmentSubject.draft(UUID.fromString(kept));
    this.files = panels.of(draft);
    var submit = new Button(getTranslation("form.submit"), clicked -> submit());
    submit.addThemeVariants(ButtonVariant.PRIMARY);
    submit.setDisableOnClick(true);
    submit.addClickListener(clicked -> submit.setEnabled(true));
    var foot = new Footer(submit);
    foot.addClassName("form-actions");
    addClassNames("page", "narrow");
    files.addClassName("form-files");
    back.addClassName("callout");
    back.setVisible(false);
    restore();
    add(back, form, files, foot);
  }

  @Override
  public void beforeLeave(BeforeLeaveEvent event) {
    if (!files.isEmpty() && !filed) {
      keepFiles();
    }
  }

  @Override
  public String getPageTitle() {
    return getTranslation("request.new");
  }

  private void restore() {
    RequestDraft.read(texts.get(RequestDraft.NAME))
        .ifPresent(
            typed -> {
              form.setValue(typed);
              back.add(
                  new Span(getTranslation("form.draft")),
                  new Button(getTranslation("form.draft.discard"), clicked -> startOver()));
              back.setVisible(true);
            });
    form.onChange(
        () -> {
          texts.keep(RequestDraft.NAME, RequestDraft.write(form.value()));
          keepFiles();
        });
  }

  private void keepFiles() {
    texts.keep(FILES, draft.id().toString());
  }

  private void startOver() {
    texts.end();
    filed = true;
    UI.getCurrent().refreshCurrentRoute(false);
  }

  private void submit() {
    try {
      var submitted = requests.submit(form.value(), draft.id());
      filed = true;
      texts.end();
      Toast.done(getTranslation("form.filed", submitted.number()));
      ProcurementNavigation.toRequest(submitted.number());
    } catch (InvalidInput invalid) {
      var unplaced = form.show(invalid.problems());
      if (!unplaced.isEmpty()) {
        Toast.refused(new InvalidInput(unplaced));
      }
    }
  }
}
