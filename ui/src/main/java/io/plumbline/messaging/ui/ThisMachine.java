package io.plumbline.messaging.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** The simulators show everybody's messages: only to whoever sits at this machine. */
final class ThisMachine {
  private ThisMachine() {}

  /** By the address the session began from: a push connection does not tell one. */
  static void require(BeforeEnterEvent event) {
    if (!isLoopback(event.getUI().getSession().getBrowser().getAddress())) {
      event.rerouteToError(NotFoundException.class);
    }
  }

  static boolean isLoopback(@Nullable String address) {
    try {
      return address != null
          && !address.isEmpty()
          && InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false; // an address that is none is not this machine's
    }
  }
}
