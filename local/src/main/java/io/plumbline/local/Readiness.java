package io.plumbline.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Whether a child answers; one that ended is not waited for. */
final class Readiness {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final int TIMEOUT_MS = 2_000;

  private Readiness() {}

  static void await(
      String title, ChildProcess process, long logFrom, Duration limit, BooleanSupplier ready) {
    Patience.until(limit, POLL, () -> process.find().isEmpty() || ready.getAsBoolean());
    if (process.find().isEmpty()) {
      throw LogFile.endedAtStart(title, process.log(), logFrom);
    }
    if (!ready.getAsBoolean()) {
      throw LogFile.notReady(title, process.log(), logFrom);
    }
  }

  /** A 2xx answer. */
  static boolean ok(String url) {
    try {
      var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
      connection.setConnectTimeout(TIMEOUT_MS);
      connection.setReadTimeout(TIMEOUT_MS);
      var status = connection.getResponseCode();
      connection.disconnect();
      return status >= 200 && status < 300;
    } catch (IOException e) {
      return false;
    }
  }

  /** A mail server speaks first. */
  static boolean greets(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), TIMEOUT_MS);
      socket.setSoTimeout(TIMEOUT_MS);
      var greeting = new String(socket.getInputStream().readNBytes(3), StandardCharsets.US_ASCII);
      return greeting.equals("220") || greeting.equals("* O");
    } catch (IOException e) {
      return false;
    }
  }
}
