package io.plumbline.shared.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** Sign-in with a local account. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
public class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {
  private final LoginForm form = new LoginForm();

  public LoginView() {
    addClassName("login");
    form.setAction("login");
    form.setForgotPasswordButtonVisible(false);
    form.setI18n(texts());
    var claim = new Div(getTranslation("login.claim"));
    claim.addClassName("login-claim");
    var card = new Div(new Brand(), claim, form);
    card.addClassName("login-card");
    add(card);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    form.setError(event.getLocation().getQueryParameters().getParameters().containsKey("error"));
  }

  @Override
  public String getPageTitle() {
    return getTranslation("login.title");
  }

  private LoginI18n texts() {
    var texts = LoginI18n.createDefault();
    texts.getForm().setTitle(getTranslation("login.title"));
    texts.getForm().setUsername(getTranslation("login.name"));
    texts.getForm().setPassword(getTranslation("login.password"));
    texts.getForm().setSubmit(getTranslation("login.submit"));
    texts.getErrorMessage().setTitle(getTranslation("login.failed.title"));
    texts.getErrorMessage().setMessage(getTranslation("login.failed.text"));
    return texts;
  }
}
