package io.plumbline.shared.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** There is no such page, or none that this person may know of: both read the same. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
public class NotFoundView extends Composite<Div>
    implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

  @Override
  public int setErrorParameter(
      BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
    getContent().addClassName("page");
    getContent().add(message());
    return HttpStatusCode.NOT_FOUND.getCode();
  }

  @Override
  public String getPageTitle() {
    return getTranslation("error.notFound.title");
  }

  static Message message() {
    return new Message(
        VaadinIcon.SEARCH,
        translate("error.notFound.title"),
        translate("error.notFound.text"),
        new Anchor("inbox", translate("error.toInbox")));
  }
}
