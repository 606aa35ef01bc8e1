package io.plumbline.shared.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.plumbline.shared.NotFound;

/** The page exists, what it should show does not, or is another firm's. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
public class MissingView extends Composite<Div>
    implements HasErrorParameter<NotFound>, HasDynamicTitle {

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFound> parameter) {
    getContent().addClassName("page");
    getContent().add(NotFoundView.message());
    return HttpStatusCode.NOT_FOUND.getCode();
  }

  @Override
  public String getPageTitle() {
    return getTranslation("error.notFound.title");
  }
}
