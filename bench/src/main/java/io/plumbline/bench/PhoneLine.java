package io.plumbline.bench;

import io.plumbline.identity.Channel;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Posts messages of people to the webhook, signed as the provider signs them. */
final class PhoneLine {
  private static final String PATH = "/webhooks/twilio/messages";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String webhook;

  /**
   * @param url the application's public address
   */
  PhoneLine(String url) {
    webhook = url + PATH;
  }

  /** A MessageSid. */
  static String newId() {
    return "SM" + UUID.randomUUID().toString().replace("-", "");
  }

  /** Whether the webhook took it. */
  boolean post(Channel channel, String from, String id, String text) {
    var fields = fields(channel == Channel.WHATSAPP ? "whatsapp:" : "", from, id, text);
    var request =
        HttpRequest.newBuilder(URI.create(webhook))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Twilio-Signature", signature(fields))
            .POST(HttpRequest.BodyPublishers.ofString(form(fields)))
            .build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static TreeMap<String, String> fields(
      String prefix, String from, String id, String text) {
    return new TreeMap<>(
        Map.of(
            "MessageSid",
            id,
            "AccountSid",
            "AC00000000000000000000000000000000",
            "From",
            prefix + from,
            "To",
            prefix + Phones.OURS,
            "Body",
            text,
            "NumMedia",
            "0"));
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** HMAC-SHA1 over the public address and the sorted fields. */
  private String signature(Map<String, String> fields) {
    var signed = new StringBuilder(webhook);
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
