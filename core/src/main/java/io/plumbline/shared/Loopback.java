package io.plumbline.shared;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells whether a request comes from this very machine and was not passed on by a proxy. */
public final class Loopback {
  private static final List<String> OF_PROXIES =
      List.of(
          "Forwarded",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Proto",
          "X-Real-IP",
          "Via");

  private Loopback() {}

  /**
   * @param remote the sender's address
   * @param local the address the request arrived at: behind a proxy that is believed, a sender may
   *     choose the other one
   * @param header the request's headers by name
   */
  public static boolean isOrigin(
      @Nullable String remote, @Nullable String local, Function<String, @Nullable String> header) {
    return isLoopback(remote)
        && isLoopback(local)
        && OF_PROXIES.stream().allMatch(name -> header.apply(name) == null);
  }

  private static boolean isLoopback(@Nullable String address) {
    try {
      return address != null
          && !address.isEmpty()
          && InetAddress.getByName(address).isLoopbackAddress(); // a literal, never looked up
    } catch (UnknownHostException e) {
      return false; // an address that is none is not this machine's
    }
  }
}
