package io.plumbline.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A TCP port on 127.0.0.1, what it is for, and the environment variable that moves it. */
public record Port(String use, int number, String variable) {

  /** A port that is free now. */
  public static int free() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
