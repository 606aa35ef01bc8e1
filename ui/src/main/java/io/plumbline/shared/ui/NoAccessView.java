package io.plumbline.shared.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** The page exists, the person's roles do not open it. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
public class NoAccessView extends Composite<Div>
    implements HasErrorParameter<AccessDeniedException>, HasDynamicTitle {

  @Override
  public int setErrorParameter(
      BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
    getContent().addClassName("page");
    getContent()
        .add(
            new Message(
                VaadinIcon.LOCK,
                getTranslation("error.noAccess.title"),
                getTranslation("error.noAccess.text"),
                new Anchor("inbox", getTranslation("error.toInbox"))));
    return HttpStatusCode.FORBIDDEN.getCode();
  }

  @Override
  public String getPageTitle() {
    return getTranslation("error.noAccess.title");
  }
}
