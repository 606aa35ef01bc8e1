package io.plumbline.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program at work: what a demo user may do over REST, with a token of its own. */
final class RestClient {
  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = JsonMapper.shared();
  private final String url;
  private final String token;

  private RestClient(String url, String token) {
    this.url = url;
    this.token = token;
  }

  static RestClient nobody(PlumblineSystem system) {
    return nobody(system.url());
  }

  static RestClient nobody(String url) {
    return new RestClient(url, "");
  }

  static RestClient as(PlumblineSystem system, String username) {
    return as(system.url(), username);
  }

  static RestClient as(String url, String username) {
    var answer =
        nobody(url)
            .post(
                "/api/v1/token",
                "{\"username\": \"%s\", \"password\": \"plumbline\"}".formatted(username));
    return new RestClient(url, answer.json().path("access_token").asString());
  }

  Answer get(String path) {
    return send(request(path));
  }

  Answer post(String path, String body) {
    return send(request(path).POST(BodyPublishers.ofString(body)));
  }

  Answer post(String path, String body, String idempotencyKey) {
    return send(
        request(path)
            .header("Idempotency-Key", idempotencyKey)
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    var request =
        HttpRequest.newBuilder(URI.create(url + path)).header("Content-Type", "application/json");
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(http.send(request.build(), BodyHandlers.ofByteArray()), json);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for an answer", e);
    }
  }

  /** What came back. */
  record Answer(HttpResponse<byte[]> response, JsonMapper mapper) {
    int status() {
      return response.statusCode();
    }

    String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    JsonNode json() {
      return mapper.readTree(response.body());
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }
}
