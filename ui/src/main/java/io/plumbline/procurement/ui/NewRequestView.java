package io.plumbline.procurement.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.document.AttachmentSubject;
import io.plumbline.document.ui.AttachmentPanel;
import io.plumbline.document.ui.AttachmentPanels;
import io.plumbline.procurement.PurchaseRequests;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.ui.Roles;
import io.plumbline.shared.ui.Toast;
import jakarta.annotation.security.RolesAllowed;

/** Files a purchase request. */
@Route(ProcurementNavigation.NEW)
@RolesAllowed(Roles.REQUESTER)
public class NewRequestView extends Div implements BeforeLeaveObserver, HasDynamicTitle {
  private final PurchaseRequests requests;
  private final RequestForm form;
  private final AttachmentSubject draft;
  private final AttachmentPanel files;
  private boolean filed;

  public NewRequestView(
      PurchaseRequests requests, RequestFormChoices choices, AttachmentPanels panels) {
    this.requests = requests;
    this.form = choices.form();
    this.draft = panels.newDraft();
    this.files = panels.of(draft);
    var submit = new Button(getTranslation("form.submit"), clicked -> submit());
    submit.addThemeVariants(ButtonVariant.PRIMARY);
    submit.setDisableOnClick(true);
    submit.addClickListener(clicked -> submit.setEnabled(true));
    var foot = new Footer(submit);
    foot.addClassName("form-actions");
    addClassNames("page", "narrow");
    files.addClassName("form-files");
    add(form, files, foot);
  }

  @Override
  public void beforeLeave(BeforeLeaveEvent event) {
    if ((form.isDirty() || !files.isEmpty()) && !filed) {
      var postponed = event.postpone();
      new ConfirmDialog(
              getTranslation("form.leave.title"),
              getTranslation("form.leave.text"),
              getTranslation("form.leave.leave"),
              confirmed -> postponed.proceed(),
              getTranslation("form.leave.stay"),
              stayed -> postponed.cancel())
          .open();
    }
  }

  @Override
  public String getPageTitle() {
    return getTranslation("request.new");
  }

  private void submit() {
    try {
      var submitted = requests.submit(form.value(), draft.id());
      filed = true;
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
