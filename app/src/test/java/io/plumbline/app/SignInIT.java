package io.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.identity.Accounts;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Channel;
import io.plumbline.identity.Members;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the edge lets in, over HTTP. */
class SignInIT {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

  private final PlumblineSystem system = PlumblineSystem.shared();
  private final CookieManager cookies = new CookieManager();
  private final HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();

  @Test
  void shouldSignInWithTheTokenOfThePage() throws Exception {
    var before = session(get("/login"));
    var answer = signIn("requester@acme", "plumbline", token());

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(location(answer)).doesNotContain("login");
    assertThat(session(answer)).isNotEqualTo(before);
    assertThat(get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void shouldEndSessionOfStoppedAccount() throws Exception {
    assertThat(signIn("operator@acme", "plumbline", token()).statusCode()).isEqualTo(302);
    assertThat(get("/").statusCode()).isEqualTo(200);
    var operator = system.bean(Accounts.class).find("operator@acme", Channel.WEB).orElseThrow();
    activate(operator, false);
    try {
      system.bean(SignedInPeople.class).read();
      assertThat(location(get("/"))).endsWith("/login");
    } finally {
      activate(operator, true);
    }
  }

  @Test
  void shouldRefuseSignInPostedByAnotherSite() throws Exception {
    assertThat(signIn("requester@acme", "plumbline", "").statusCode()).isEqualTo(403);
    assertThat(get("/").statusCode()).isEqualTo(302);
  }

  @Test
  void shouldSendWrongPasswordBackToTheForm() throws Exception {
    var answer = signIn("requester@acme", "wrong", token());
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(location(answer)).endsWith("/login?error");
  }

  @Test
  void shouldSlowGuessingDown() throws Exception {
    var last = "";
    for (var i = 0; i < 12; i++) {
      last = location(signIn("operator@borealis", "guess " + i, token()));
    }
    assertThat(last).endsWith("/login?error");
    assertThat(location(signIn("operator@borealis", "plumbline", token())))
        .as("the right password, while the account waits")
        .endsWith("/login?error");
  }

  @Test
  void shouldSendSafeHeadersAndCookies() throws Exception {
    var answer = get("/login");
    var headers = answer.headers();
    assertThat(headers.firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            policy -> assertThat(policy).contains("frame-ancestors 'none'", "default-src 'self'"));
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
    assertThat(headers.allValues("Set-Cookie"))
        .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax"));
  }

  @Test
  void shouldShowProbesToEveryoneAndFiguresToThisMachineOnly() throws Exception {
    assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    assertThat(get("/actuator/health").body()).contains("\"engine\"", "\"readModel\"");
    assertThat(get("/actuator/prometheus").body())
        .contains(
            "plumbline_outbox_depth{queue=\"ENGINE\"}",
            "plumbline_outbox_age{queue=\"MESSAGE\"}",
            "plumbline_exporter_lag");
    var proxied =
        browser.send(
            request("/actuator/prometheus").header("X-Forwarded-For", "203.0.113.9").build(),
            BodyHandlers.ofString());
    assertThat(proxied.statusCode()).isNotEqualTo(200);
  }

  @Test
  void shouldShowNoStackTraces() throws Exception {
    var answer = get("/login?continue=%00%ff");
    assertThat(answer.body()).doesNotContain("Exception", "at io.plumbline");
  }

  private void activate(Caller person, boolean active) {
    system
        .callers()
        .run(
            Caller.system(person.tenant()),
            () -> system.bean(Members.class).activate(person.user(), active));
  }

  private HttpResponse<String> signIn(String name, String password, String token)
      throws IOException, InterruptedException {
    var form =
        "username=%s&password=%s&_csrf=%s"
            .formatted(encoded(name), encoded(password), encoded(token));
    var post =
        request("/login")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    return browser.send(post, BodyHandlers.ofString());
  }

  private String token() throws IOException, InterruptedException {
    var page = get("/login").body();
    var token = TOKEN.matcher(page);
    assertThat(token.find()).as("a token in %s", page).isTrue();
    return token.group(1);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    var request = request(path).header("Accept", "text/html, */*;q=0.5").build();
    return browser.send(request, BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(system.url() + path));
  }

  private String session(HttpResponse<?> answer) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("plumbline"))
        .map(cookie -> cookie.getValue())
        .findFirst()
        .orElseGet(() -> "none after " + answer.uri());
  }

  private static String location(HttpResponse<?> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
