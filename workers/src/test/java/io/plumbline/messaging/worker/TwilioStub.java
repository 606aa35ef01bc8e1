package io.plumbline.messaging.worker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Speaks the provider's protocol on this machine; answers posts as it is told. */
final class TwilioStub implements AutoCloseable {
  private final HttpServer server;
  private final List<Map<String, String>> posts = new CopyOnWriteArrayList<>();
  private final List<String> paths = new CopyOnWriteArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile Reply toPost = new Reply(201, null);
  private volatile String listed = "[]";

  TwilioStub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void answerPosts(int status, String body) {
    toPost = new Reply(status, body);
  }

  /** Begins each answer and never goes on. */
  void stallPosts() {
    toPost = new Reply(201, "stalled");
  }

  /** Takes the post and never answers. */
  void neverAnswerPosts() {
    toPost = new Reply(0, "");
  }

  void list(String messages) {
    listed = messages;
  }

  List<Map<String, String>> posts() {
    return posts;
  }

  List<String> paths() {
    return new ArrayList<>(paths);
  }

  private void handle(HttpExchange exchange) throws IOException {
    paths.add(exchange.getRequestURI().getPath());
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (exchange.getRequestMethod().equals("GET")) {
      reply(exchange, 200, "{\"messages\":" + listed + ",\"page\":0,\"next_page_uri\":null}");
      return;
    }
    posts.add(form(body));
    if (toPost.status() == 0) {
      awaitEnd();
      exchange.close();
      return;
    }
    if ("stalled".equals(toPost.body())) {
      exchange.sendResponseHeaders(toPost.status(), 100);
      exchange.getResponseBody().write('{');
      exchange.getResponseBody().flush();
      awaitEnd();
      exchange.close();
      return;
    }
    reply(exchange, toPost.status(), toPost.body() == null ? created() : toPost.body());
  }

  private String created() {
    return "{\"sid\":\"SM" + posts.size() + "\",\"status\":\"queued\",\"some_new_field\":1}";
  }

  private void awaitEnd() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static Map<String, String> form(String body) {
    return List.of(body.split("&")).stream()
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> decode(pair[0]), pair -> decode(pair[1])));
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    over.countDown();
    server.stop(0);
  }

  private record Reply(int status, @Nullable String body) {}
}
