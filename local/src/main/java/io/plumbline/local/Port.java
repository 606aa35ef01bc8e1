package io.plumbline.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** A TCP port on 127.0.0.1, what it is for, and the environment variable that moves it. */
public record Port(String use, int number, String variable) {
  private static final int LOWEST = 12_000;
  private static final int COUNT = 20_000;
  private static final AtomicInteger NEXT = new AtomicInteger(new SecureRandom().nextInt(COUNT));

  /**
   * A port that is free now, below the range from which systems number outgoing connections: one of
   * those could take it before a slow server listens.
   */
  public static int free() {
    while (true) {
      var number = LOWEST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
      if (!new Port("", number, "").isTaken()) {
        return number;
      }
    }
  }

  boolean isTaken() {
    return answers() || !bindable();
  }

  void requireFree() {
    if (isTaken()) {
      throw new LocalFailure(
          "Port %d, which %s needs, is used by %s."
              .formatted(number, use, PortHolder.of(number).orElse("another program")),
          "Stop that program, or choose another port: %s=%d ./plumbline up"
              .formatted(variable, number + 10_000 > 65_535 ? number - 10_000 : number + 10_000));
    }
  }

  private boolean answers() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), number), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private boolean bindable() {
    try (var socket = new ServerSocket(number, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
