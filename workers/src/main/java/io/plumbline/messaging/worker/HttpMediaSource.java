package io.plumbline.messaging.worker;

import io.plumbline.messaging.MediaRefused;
import io.plumbline.messaging.MediaSource;
import io.plumbline.messaging.NotThereYet;
import io.plumbline.messaging.ProviderAway;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Fetches files over HTTP. Follows the provider's redirects itself, each checked like the first
 * address; the account's secret goes to the provider's own host only.
 */
@Component
class HttpMediaSource implements MediaSource {
  private static final int MOST_REDIRECTS = 3;
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final int TOO_MANY = 429;

  /** Our secret is wrong, or a picture is not there yet. */
  private static final Set<Integer> NOT_YET = Set.of(401, 403, 404);

  /** Too many questions, or too early ones. */
  private static final Set<Integer> LATER = Set.of(408, 425, TOO_MANY);

  private final TwilioSettings account;
  private final MediaSettings settings;
  private final MediaAddresses addresses;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(Redirect.NEVER)
          .connectTimeout(CONNECT)
          .build();

  @Autowired
  HttpMediaSource(TwilioSettings account, MediaSettings settings) {
    this(account, settings, InetAddress::getAllByName);
  }

  HttpMediaSource(
      TwilioSettings account, MediaSettings settings, MediaAddresses.Resolver resolver) {
    this.account = account;
    this.settings = settings;
    this.addresses = new MediaAddresses(settings.hosts(), resolver);
  }

  @Override
  public <T> T read(URI address, Function<InputStream, T> reader) {
    var asked = address;
    for (var redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      var answer = ask(asked);
      if (!REDIRECTS.contains(answer.statusCode())) {
        return read(answer, reader);
      }
      close(answer.body());
      asked = asked.resolve(location(answer));
    }
    throw new MediaRefused("It was redirected too often.");
  }

  private HttpResponse<InputStream> ask(URI address) {
    addresses.requireTrusted(address);
    var request = HttpRequest.newBuilder(target(address)).timeout(settings.timeout()).GET();
    if (settings.provider().equals(address.getHost().toLowerCase(Locale.ROOT))
        && account.complete()) {
      request.header("Authorization", secret());
    }
    try {
      return client.send(request.build(), BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new ProviderAway(
          "The provider did not hand it out: " + e.getClass().getSimpleName(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProviderAway("Interrupted", e);
    }
  }

  /** With a stand-in on this machine every host is served under its address. */
  private URI target(URI address) {
    if (account.baseUrl().isEmpty()) {
      addresses.requireOutside(address);
      return address;
    }
    var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    return URI.create(account.baseUrl() + "/" + address.getHost() + address.getRawPath() + query);
  }

  private <T> T read(HttpResponse<InputStream> answer, Function<InputStream, T> reader) {
    var status = answer.statusCode();
    if (status != 200) {
      close(answer.body());
      throw failure(status);
    }
    var done = new AtomicBoolean();
    CompletableFuture.delayedExecutor(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
        .execute(
            () -> {
              if (!done.get()) {
                close(answer.body()); // ends a read that hangs
              }
            });
    try (var content = answer.body()) {
      return reader.apply(content);
    } catch (UncheckedIOException | IOException e) {
      throw new ProviderAway("It broke off while it was read", e);
    } finally {
      done.set(true);
    }
  }

  private static RuntimeException failure(int status) {
    var said = "The provider did not hand it out: HTTP " + status;
    if (NOT_YET.contains(status)) {
      return new NotThereYet(said);
    }
    return LATER.contains(status) || status >= 500
        ? new ProviderAway(said, null)
        : new MediaRefused("The provider does not have it: HTTP " + status + ".");
  }

  private static URI location(HttpResponse<?> answer) {
    try {
      return URI.create(
          answer
              .headers()
              .firstValue("Location")
              .filter(address -> !address.isBlank())
              .orElseThrow(() -> new MediaRefused("It was redirected to nowhere.")));
    } catch (IllegalArgumentException e) {
      throw new MediaRefused("It was redirected to nowhere.");
    }
  }

  private String secret() {
    var pair = account.accountSid() + ":" + account.authToken();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static void close(InputStream body) {
    try {
      body.close();
    } catch (IOException e) {
      throw new ProviderAway("The connection broke", e);
    }
  }
}
