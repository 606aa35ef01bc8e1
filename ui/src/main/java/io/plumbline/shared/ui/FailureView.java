package io.plumbline.shared.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** A page could not be opened. It stands alone: what failed may be what the frame needs, too. */
@AnonymousAllowed
public class FailureView extends Composite<Div>
    implements HasErrorParameter<Exception>, HasDynamicTitle {

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
    var reference = ReferenceId.logged(parameter.getCaughtException());
    getContent().addClassName("page");
    getContent()
        .add(
            new Message(
                VaadinIcon.WARNING,
                getTranslation("error.failure.title"),
                getTranslation("error.failure.text", reference),
                new Anchor(event.getLocation().getPath(), getTranslation("error.tryAgain"))));
    return HttpStatusCode.INTERNAL_SERVER_ERROR.getCode();
  }

  @Override
  public String getPageTitle() {
    return getTranslation("error.failure.title");
  }
}
