package io.plumbline.messaging.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import io.plumbline.shared.Loopback;
import io.plumbline.shared.ui.LoginView;
import jakarta.servlet.http.HttpServletRequest;

/** The simulators show everybody's messages: only to whoever sits at this machine. */
final class ThisMachine {
  private static final String ORIGIN = ThisMachine.class.getName();

  private ThisMachine() {}

  /** A session keeps how it began: the messages of a push connection tell no address. */
  static void note(VaadinSession session, VaadinRequest request) {
    var origin =
        request instanceof HttpServletRequest http
            && Loopback.isOrigin(http.getRemoteAddr(), http.getLocalAddr(), http::getHeader);
    session.setAttribute(ORIGIN, origin);
  }

  static void require(BeforeEnterEvent event) {
    var origin = event.getUI().getSession().getAttribute(ORIGIN);
    if (!Boolean.TRUE.equals(origin)) {
      event.forwardTo(LoginView.class); // an error view stands in a frame that wants a caller
    }
  }
}
