package io.plumbline.messaging.worker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sockets of one conversation with a mail server, closed when all of it takes too long: the
 * mail library limits each answer only, and a mail has about ten.
 */
final class SmtpSockets extends SocketFactory implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SmtpSockets.class);

  private final ConcurrentLinkedQueue<Socket> sockets = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<Boolean> over = new CompletableFuture<>();

  SmtpSockets(Duration limit) {
    over.completeOnTimeout(true, limit.toMillis(), TimeUnit.MILLISECONDS)
        .thenAccept(late -> closeAll());
  }

  @Override
  public Socket createSocket() {
    var socket = new Socket();
    sockets.add(socket);
    if (over.isDone()) {
      closeAll();
    }
    return socket;
  }

  private void closeAll() {
    for (var socket = sockets.poll(); socket != null; socket = sockets.poll()) {
      try {
        socket.close();
      } catch (IOException e) {
        log.debug("A connection to the mail server was closed already", e);
      }
    }
  }

  /** The conversation is over. */
  @Override
  public void close() {
    over.complete(false);
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw connected();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
    throw connected();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw connected();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
    throw connected();
  }

  private static UnsupportedOperationException connected() {
    return new UnsupportedOperationException("The mail library connects its sockets itself");
  }
}
