package io.plumbline.messaging.worker;

import com.twilio.exception.ApiConnectionException;
import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Carries the SDK's requests over the JDK's client: to the provider, or to a stand-in that serves
 * all its hosts under one address. Each request goes out once; the SDK's own client would post a
 * message again after an error, and the person would get it twice. The JDK's time limit ends with
 * the headers, so the whole answer has one of its own.
 */
final class TwilioConnection extends HttpClient {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final String baseUrl;
  private final Duration timeout;
  private final Duration wholeAnswer;
  private final java.net.http.HttpClient client =
      java.net.http.HttpClient.newBuilder()
          .version(java.net.http.HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .build();

  /**
   * To the provider.
   *
   * @param timeout until the headers of an answer are there; its body may take half as long again
   */
  TwilioConnection(String baseUrl, Duration timeout) {
    this.baseUrl = baseUrl;
    this.timeout = timeout;
    this.wholeAnswer = timeout.multipliedBy(3).dividedBy(2);
  }

  @Override
  public Response reliableRequest(Request request) {
    return makeRequest(request);
  }

  @Override
  public Response makeRequest(Request request) {
    try {
      var answer = whole(client.sendAsync(http(request), BodyHandlers.ofString()));
      return new Response(json(answer.statusCode(), answer.body()), answer.statusCode());
    } catch (IOException | URISyntaxException e) {
      throw new ApiConnectionException("No answer: " + e.getClass().getSimpleName(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiConnectionException("Interrupted", e);
    }
  }

  private HttpResponse<String> whole(CompletableFuture<HttpResponse<String>> answer)
      throws IOException, InterruptedException {
    try {
      return answer.get(wholeAnswer.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("The answer has no end");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
    } finally {
      answer.cancel(true); // closes the connection of an answer that is not complete
    }
  }

  private HttpRequest http(Request request) throws URISyntaxException {
    var http =
        HttpRequest.newBuilder(target(request.constructURL().toURI()))
            .timeout(timeout)
            .header("Accept", "application/json");
    if (request.requiresAuthentication()) {
      http.header("Authorization", request.getAuthString());
    }
    request.getHeaderParams().forEach((name, values) -> values.forEach(v -> http.header(name, v)));
    if (request.getMethod() == HttpMethod.POST) {
      http.header("Content-Type", "application/x-www-form-urlencoded");
    }
    return http.method(request.getMethod().toString(), body(request)).build();
  }

  private static BodyPublisher body(Request request) {
    return request.getMethod() == HttpMethod.POST
        ? BodyPublishers.ofString(request.encodeFormBody())
        : BodyPublishers.noBody();
  }

  private URI target(URI address) {
    if (baseUrl.isEmpty()) {
      return address;
    }
    var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    return URI.create(baseUrl + "/" + address.getHost() + address.getRawPath() + query);
  }

  /** The SDK reads errors as JSON; a proxy in between answers in HTML. */
  private static String json(int status, String body) {
    return status < 400 || body.stripLeading().startsWith("{")
        ? body
        : "{\"code\":%1$d,\"status\":%1$d,\"message\":\"HTTP %1$d\"}".formatted(status);
  }
}
