package io.plumbline.app;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Tells whether a request comes from this very machine and was not passed on by a proxy. */
final class Loopback {
  private Loopback() {}

  static boolean isOriginOf(HttpServletRequest request) {
    return isLoopback(request.getRemoteAddr())
        && isLoopback(request.getLocalAddr())
        && request.getHeader("X-Forwarded-For") == null
        && request.getHeader("Forwarded") == null;
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress(); // a literal, never looked up
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
