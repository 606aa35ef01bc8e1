package io.plumbline.messaging.ui;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.plumbline.messaging.CaughtMails;
import io.plumbline.messaging.PhoneSimulator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Opens the simulators' pages where there are simulators. */
@Component
class SimulatorRoutes implements VaadinServiceInitListener {
  private final ObjectProvider<PhoneSimulator> phones;
  private final ObjectProvider<CaughtMails> mails;

  SimulatorRoutes(ObjectProvider<PhoneSimulator> phones, ObjectProvider<CaughtMails> mails) {
    this.phones = phones;
    this.mails = mails;
  }

  @Override
  public void serviceInit(ServiceInitEvent event) {
    var routes = RouteConfiguration.forApplicationScope();
    event
        .getSource()
        .addSessionInitListener(begun -> ThisMachine.note(begun.getSession(), begun.getRequest()));
    phones.ifAvailable(there -> routes.setAnnotatedRoute(PhoneView.class));
    mails.ifAvailable(there -> routes.setAnnotatedRoute(MailboxView.class));
  }
}
