package io.plumbline.messaging.worker;

import io.plumbline.messaging.MediaRefused;
import io.plumbline.messaging.ProviderAway;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;

/**
 * Which addresses files are fetched from: https, a host we trust to keep them, and nothing inside
 * our own network, whatever a name resolves to.
 */
final class MediaAddresses {
  private final List<String> hosts;
  private final Resolver resolver;

  MediaAddresses(List<String> hosts, Resolver resolver) {
    this.hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
    this.resolver = resolver;
  }

  /**
   * Is it one of those, as written?
   *
   * @throws MediaRefused when it is not
   */
  void requireTrusted(URI address) {
    var host = address.getHost();
    var trusted =
        "https".equals(address.getScheme())
            && host != null
            && hosts.contains(host.toLowerCase(Locale.ROOT))
            && address.getUserInfo() == null
            && (address.getPort() == -1 || address.getPort() == 443);
    if (!trusted) {
      throw new MediaRefused("Its address is not one of the provider's.");
    }
  }

  /**
   * Does its name lead outside?
   *
   * @throws MediaRefused when any address of it is internal
   * @throws ProviderAway when it cannot be resolved now
   */
  void requireOutside(URI address) {
    try {
      for (var each : resolver.resolve(address.getHost())) {
        if (isInternal(each)) {
          throw new MediaRefused("Its address is inside our own network.");
        }
      }
    } catch (UnknownHostException e) {
      throw new ProviderAway("The provider's name cannot be resolved", e);
    }
  }

  static boolean isInternal(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || isUniqueLocal(address)
        || isReserved(address.getAddress());
  }

  private static boolean isUniqueLocal(InetAddress address) {
    return address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc;
  }

  /** 0/8, 100.64/10 (carriers), 192.0.0/24, 198.18/15 (tests), 240/4; IPv6 that hides an IPv4. */
  private static boolean isReserved(byte[] bytes) {
    var first = bytes[0] & 0xff;
    var second = bytes[1] & 0xff;
    if (bytes.length == 4) {
      return first == 0
          || first == 100 && second >= 64 && second < 128
          || first == 192 && second == 0 && bytes[2] == 0
          || first == 198 && (second == 18 || second == 19)
          || first >= 240;
    }
    var nat64 = first == 0 && second == 0x64 && (bytes[2] & 0xff) == 0xff;
    var sixToFour = first == 0x20 && second == 0x02;
    return nat64 || sixToFour || first == 0 && second == 0;
  }

  /** Looks up names; a seam for tests. */
  interface Resolver {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }
}
