package io.plumbline.bench;

import io.plumbline.local.Port;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The line to the phone provider, which can be cut: what runs over it breaks off at once. */
final class ProviderGate implements AutoCloseable {
  private final int port = Port.free();
  private final int behind;
  private final Set<Socket> lines = ConcurrentHashMap.newKeySet();
  private @Nullable ServerSocket entrance;

  /**
   * @param behind port of the provider on this machine
   */
  ProviderGate(int behind) {
    this.behind = behind;
    open();
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  void open() {
    try {
      var opened = new ServerSocket();
      opened.setReuseAddress(true);
      opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      entrance = opened;
      Thread.ofVirtual().start(() -> serve(opened));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void cut() {
    try {
      if (entrance != null) {
        entrance.close();
      }
      for (var line : lines) {
        line.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(ServerSocket opened) {
    while (!opened.isClosed()) {
      try {
        var caller = opened.accept();
        var provider = new Socket(InetAddress.getLoopbackAddress(), behind);
        lines.add(caller);
        lines.add(provider);
        Thread.ofVirtual().start(() -> carry(caller, provider));
        Thread.ofVirtual().start(() -> carry(provider, caller));
      } catch (IOException cut) {
        return; // the next open() serves again
      }
    }
  }

  private void carry(Socket from, Socket to) {
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException cut) {
      // either side is gone, which is what a cut line means; both are closed by now
    } finally {
      lines.remove(from);
      lines.remove(to);
    }
  }

  @Override
  public void close() {
    cut();
  }
}
