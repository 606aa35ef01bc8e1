package io.plumbline.messaging.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.plumbline.messaging.MediaRefused;
import io.plumbline.messaging.NotThereYet;
import io.plumbline.messaging.ProviderAway;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpMediaSourceTest {
  private static final String OURS = "/api.twilio.com/picture";
  private static final URI PICTURE = URI.create("https://api.twilio.com/picture");

  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final Map<String, String> secrets = new ConcurrentHashMap<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private final HttpServer server;
  private final HttpMediaSource source;

  HttpMediaSourceTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
    source = source("http://127.0.0.1:" + server.getAddress().getPort(), Duration.ofSeconds(20));
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
  }

  @Test
  void shouldReadWithTheAccountsSecret() {
    replies.put(OURS, new Reply(200, "", "bytes"));
    assertThat(read()).isEqualTo("bytes");
    assertThat(secrets.get(OURS)).startsWith("Basic ");
  }

  @Test
  void shouldFollowTheProvidersRedirectWithoutTheSecret() {
    replies.put(OURS, new Reply(307, "https://media.twiliocdn.com/kept", ""));
    replies.put("/media.twiliocdn.com/kept", new Reply(200, "", "bytes"));
    assertThat(read()).isEqualTo("bytes");
    assertThat(secrets.get("/media.twiliocdn.com/kept")).isEqualTo("none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest/meta-data",
        "http://localhost:8080/",
        "http://media.twiliocdn.com/not-safe",
        "https://evil.example/x",
        "https://api.twilio.com.evil.example/x",
        "https://api.twilio.com:8443/x",
        "https://user@api.twilio.com/x",
        "https://[::1]/x",
        "file:///etc/passwd",
        "//127.0.0.1/x",
        ":::",
        ""
      })
  void shouldFollowNoOtherRedirect(String elsewhere) {
    replies.put(OURS, new Reply(302, elsewhere, ""));
    assertThatThrownBy(this::read).isInstanceOf(MediaRefused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::1",
        "198.18.0.1",
        "255.255.255.255"
      })
  void shouldNotAskWhatResolvesToTheInside(String inside) {
    var addresses =
        new MediaAddresses(
            List.of("api.twilio.com"),
            host ->
                new InetAddress[] {
                  InetAddress.getByName("93.184.215.14"), InetAddress.getByName(inside)
                });
    addresses.requireTrusted(PICTURE);
    assertThatThrownBy(() -> addresses.requireOutside(PICTURE)).isInstanceOf(MediaRefused.class);
  }

  @Test
  void shouldAskWhatResolvesToTheOutside() {
    var addresses =
        new MediaAddresses(
            List.of("api.twilio.com"),
            host ->
                new InetAddress[] {
                  InetAddress.getByName("93.184.215.14"), InetAddress.getByName("2606:2800::1")
                });
    addresses.requireOutside(PICTURE);
    assertThat(MediaAddresses.isInternal(address("100.128.0.1"))).isFalse();
  }

  @Test
  void shouldSayAwayWhenTheNameCannotBeResolved() {
    var addresses =
        new MediaAddresses(
            List.of("api.twilio.com"),
            host -> {
              throw new UnknownHostException(host);
            });
    assertThatThrownBy(() -> addresses.requireOutside(PICTURE)).isInstanceOf(ProviderAway.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 429, 500, 503})
  void shouldSayAwayWhenItMayComeLater(int status) {
    replies.put(OURS, new Reply(status, "", "no"));
    assertThatThrownBy(this::read).isExactlyInstanceOf(ProviderAway.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404})
  void shouldSayNotThereWhenTheProviderSaysSo(int status) {
    replies.put(OURS, new Reply(status, "", "no"));
    assertThatThrownBy(this::read).isInstanceOf(NotThereYet.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 400, 410})
  void shouldSayRefusedWhenItNeverComes(int status) {
    replies.put(OURS, new Reply(status, "", ""));
    assertThatThrownBy(this::read).isInstanceOf(MediaRefused.class);
  }

  @Test
  void shouldStopFollowingACircle() {
    replies.put(OURS, new Reply(302, PICTURE.toString(), ""));
    assertThatThrownBy(this::read).isInstanceOf(MediaRefused.class).hasMessageContaining("often");
  }

  @Test
  void shouldEndAReadThatHangs() {
    replies.put(OURS, new Reply(-1, "", ""));
    var impatient =
        source("http://127.0.0.1:" + server.getAddress().getPort(), Duration.ofMillis(300));
    assertThatThrownBy(() -> impatient.read(PICTURE, HttpMediaSourceTest::text))
        .isInstanceOf(ProviderAway.class);
  }

  private String read() {
    return source.read(PICTURE, HttpMediaSourceTest::text);
  }

  private static String text(InputStream content) {
    try {
      return new String(content.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpMediaSource source(String baseUrl, Duration timeout) {
    var account =
        new TwilioSettings(
            "AC1",
            "secret",
            baseUrl,
            URI.create("https://plumbline.example"),
            "+14155238886",
            "+15005550001",
            Duration.ofSeconds(2));
    return new HttpMediaSource(
        account, new MediaSettings(List.of("api.twilio.com", "media.twiliocdn.com"), timeout));
  }

  private static InetAddress address(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var secret = exchange.getRequestHeaders().getFirst("Authorization");
    secrets.put(path, secret == null ? "none" : secret);
    var reply = replies.getOrDefault(path, new Reply(404, "", ""));
    if (reply.status() < 0) {
      hang(exchange);
      return;
    }
    if (!reply.location().isEmpty() || reply.status() == 302) {
      exchange.getResponseHeaders().set("Location", reply.location());
    }
    var body = reply.body().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** Begins an answer and never ends it. */
  private void hang(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().write(1);
    exchange.getResponseBody().flush();
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private record Reply(int status, String location, String body) {}
}
