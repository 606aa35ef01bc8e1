package io.plumbline.messaging.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A mail server that is friendly until it hears the receiver, and then gives one fixed answer. */
final class SmtpScript implements AutoCloseable {
  private final ServerSocket server;
  private final String toReceiver;

  private SmtpScript(ServerSocket server, String toReceiver) {
    this.server = server;
    this.toReceiver = toReceiver;
  }

  static SmtpScript answering(String toReceiver) throws IOException {
    var script =
        new SmtpScript(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()), toReceiver);
    Thread.ofVirtual().start(script::serve);
    return script;
  }

  /** Never late with a line, but each answer has very many. */
  static SmtpScript hesitating() throws IOException {
    var script = new SmtpScript(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()), "");
    Thread.ofVirtual().start(script::hesitate);
    return script;
  }

  private void hesitate() {
    try (var socket = server.accept();
        var timer = Executors.newSingleThreadScheduledExecutor()) {
      var lines = timer.scheduleAtFixedRate(() -> hesitate(socket), 0, 100, TimeUnit.MILLISECONDS);
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
      lines.cancel(true);
    } catch (SocketException e) {
      return; // the test is over
    } catch (IOException e) {
      throw new IllegalStateException("The scripted server broke", e);
    }
  }

  private static void hesitate(Socket socket) {
    try {
      say(socket, "220-one moment");
    } catch (IOException e) {
      throw new UncheckedIOException("They hung up", e); // ends the repetition
    }
  }

  int port() {
    return server.getLocalPort();
  }

  private void serve() {
    try (var socket = server.accept()) {
      converse(socket);
    } catch (SocketException e) {
      return; // the test is over
    } catch (IOException e) {
      throw new IllegalStateException("The scripted server broke", e);
    }
  }

  private void converse(Socket socket) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    say(socket, "220 hello");
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      var word = line.split("[ :]")[0];
      say(
          socket,
          switch (word) {
            case "QUIT" -> "221 bye";
            case "RCPT" -> toReceiver;
            default -> "250 fine";
          });
    }
  }

  private static void say(Socket socket, String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
