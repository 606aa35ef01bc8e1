package io.plumbline.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How soon the phone provider has its answer, with the engine there and with the engine away. */
final class WebhookAnswer implements Figure {
  private static final String PATH = "/webhooks/twilio/messages";
  private static final int PER_SECOND = 50;
  private static final Duration MEASURED = Duration.ofMinutes(1);
  private static final Duration WARM_UP = Duration.ofSeconds(60);
  private static final int WARM_UP_PER_SECOND = 8;
  private static final String TEXT =
      "Need 200 bags of cement for Tower B by 28/02/2027, about 4500 SAR";
  private static final Duration DRAIN = Duration.ofMinutes(10);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final boolean engineAway;

  WebhookAnswer(boolean engineAway) {
    this.engineAway = engineAway;
  }

  @Override
  public String name() {
    return engineAway ? "webhook-away" : "webhook";
  }

  @Override
  public List<Result> measure(BenchSystem system) throws Exception {
    warmUp(system);
    if (!engineAway) {
      return List.of(measure(system, "engine up"));
    }
    system.zeebe().kill();
    try {
      return List.of(measure(system, "engine killed with -9"));
    } finally {
      system.zeebe().start();
    }
  }

  /** Fewer than it is measured with, so that nothing is left of them when that begins. */
  private void warmUp(BenchSystem system) throws SQLException {
    Paced.run(
        WARM_UP_PER_SECOND,
        WARM_UP,
        () -> post(system, TEXT, new Latencies(), new AtomicInteger()));
    drain(system);
  }

  private static void drain(BenchSystem system) throws SQLException {
    var waiting = "select count(*) from directory.inbound_message where handled_at is null";
    var giveUp = System.nanoTime() + DRAIN.toNanos();
    while (system.count(waiting) > 0 && System.nanoTime() < giveUp) {
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
  }

  private Result measure(BenchSystem system, String engine) throws Exception {
    var requests = "select count(*) from app.purchase_request where channel = 'WHATSAPP'";
    var before = system.count(requests);
    var answers = new Latencies();
    var refused = new AtomicInteger();
    Paced.run(PER_SECOND, MEASURED, () -> post(system, TEXT, answers, refused));
    var sent = (long) answers.count();
    var last = System.nanoTime();
    drain(system);
    var filed = system.count(requests) - before;
    return new Result(
        "answer to the webhook, " + engine,
        "p99 <= 100 ms at 50 messages/s, none lost, none doubled",
        String.format(
            Locale.ROOT,
            "%s; %d refused; %d messages became %d requests, the last %.1f s after the last message",
            answers.text(),
            refused.get(),
            sent,
            filed,
            (System.nanoTime() - last) / 1e9),
        answers.percentile(0.99) <= 100 && refused.get() == 0 && filed == sent,
        "%d WhatsApp messages/s for %d s, each a complete purchase request, signed; sender and"
                .formatted(PER_SECOND, MEASURED.toSeconds())
            + " system share the two cores; after %d s of warm-up".formatted(WARM_UP.toSeconds()));
  }

  private void post(BenchSystem system, String text, Latencies answers, AtomicInteger refused) {
    var fields =
        new TreeMap<>(
            Map.of(
                "MessageSid",
                "SM" + UUID.randomUUID().toString().replace("-", ""),
                "AccountSid",
                "AC00000000000000000000000000000000",
                "From",
                "whatsapp:" + Phones.REQUESTER,
                "To",
                "whatsapp:" + Phones.OURS,
                "Body",
                text,
                "NumMedia",
                "0"));
    var request =
        HttpRequest.newBuilder(URI.create(system.url() + PATH))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Twilio-Signature", signature(system.url() + PATH, fields))
            .POST(HttpRequest.BodyPublishers.ofString(form(fields)))
            .build();
    var start = System.nanoTime();
    try {
      if (http.send(request, BodyHandlers.discarding()).statusCode() != 200) {
        refused.incrementAndGet();
      }
    } catch (IOException | InterruptedException e) {
      refused.incrementAndGet();
    }
    answers.addSince(start);
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** As the provider signs: HMAC-SHA1 over the public address and the sorted fields. */
  private static String signature(String address, Map<String, String> fields) {
    var signed = new StringBuilder(address);
    fields.forEach((name, value) -> signed.append(name).append(value));
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(
          new SecretKeySpec(BenchSystem.PHONE_TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
