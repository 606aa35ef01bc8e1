package io.plumbline.messaging.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.server.VaadinRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** The simulators show everybody's messages: only to whoever sits at this machine. */
final class ThisMachine {
  private ThisMachine() {}

  static void require(BeforeEnterEvent event) {
    var request = VaadinRequest.getCurrent();
    if (request != null && !isLoopback(request.getRemoteAddr())) {
      event.rerouteToError(NotFoundException.class);
    }
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false; // an address that is none is not this machine's
    }
  }
}
