package io.plumbline.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The other end of {@link RecordStreamExporter}: what happened, by request id. */
final class RecordStream implements AutoCloseable {
  /** Stands for the end of an instance among task keys. */
  static final long ENDED = -1;

  private final ServerSocket server;
  private final Map<Long, String> requests = new ConcurrentHashMap<>();
  private final Map<String, BlockingQueue<Long>> events = new ConcurrentHashMap<>();

  RecordStream() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().name("record-stream").start(this::read);
  }

  int port() {
    return server.getLocalPort();
  }

  /** Call before the request is published. */
  void expect(String requestId) {
    events.put(requestId, new LinkedBlockingQueue<>());
  }

  /** The next task's key of this request, or {@link #ENDED}. */
  long next(String requestId) throws InterruptedException {
    var queue = events.get(requestId);
    var key = queue == null ? null : queue.poll(60, TimeUnit.SECONDS);
    if (key == null) {
      throw new IllegalStateException("The engine is silent about " + requestId);
    }
    if (key == ENDED) {
      events.remove(requestId);
    }
    return key;
  }

  private void read() {
    try (var socket = server.accept();
        var lines =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        handle(line.split(" ", 3));
      }
    } catch (IOException e) {
      if (!server.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void handle(String[] line) {
    var instance = Long.parseLong(line[1]);
    switch (line[0]) {
      case "V" -> requests.put(instance, line[2]);
      case "T" -> tell(requests.get(instance), Long.parseLong(line[2]));
      case "E" -> tell(requests.remove(instance), ENDED);
      default -> throw new IllegalArgumentException(line[0]);
    }
  }

  private void tell(@org.jspecify.annotations.Nullable String requestId, long what) {
    var queue = requestId == null ? null : events.get(requestId);
    if (queue != null) {
      queue.add(what);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
