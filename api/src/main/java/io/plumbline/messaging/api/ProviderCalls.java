package io.plumbline.messaging.api;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Calls our webhooks over HTTP as the provider would: a form, signed with the account's secret. */
@Component
@Profile("local")
class ProviderCalls {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final WebhookSettings settings;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  ProviderCalls(WebhookSettings settings) {
    this.settings = settings;
  }

  /** Returns the HTTP status. */
  int post(URI address, Map<String, String> fields) {
    var sorted = new TreeMap<>(fields);
    var request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header(TwilioSignature.HEADER, signature(address, sorted))
            .POST(BodyPublishers.ofString(form(sorted)))
            .build();
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new IllegalStateException("No answer from " + address.getPath(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  private String signature(URI address, TreeMap<String, String> fields) {
    var text = new StringBuilder(address.toString());
    fields.forEach((name, value) -> text.append(name).append(value));
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(
          new SecretKeySpec(settings.authToken().getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HmacSHA1", e);
    }
  }

  private static String form(TreeMap<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
