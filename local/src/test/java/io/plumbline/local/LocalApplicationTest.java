package io.plumbline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocalApplicationTest {
  private final Path home = TestFolders.fresh("app");
  private final Path jar = home.resolve("build/plumbline.jar");
  private final int port = Port.free();
  private final LocalApplication app = app(Map.of("PLUMBLINE_MAIL_PORT", "3025"));

  @BeforeEach
  void build() throws IOException {
    FakeApplication.writeJar(jar, "requester@acme\n");
  }

  @AfterEach
  void stop() {
    app.stop();
  }

  @Test
  void shouldGetItsSettingsByEnvironment() throws IOException {
    app.start();

    assertThat(environment()).contains("SPRING_PROFILES_ACTIVE=local", "PLUMBLINE_MAIL_PORT=3025");
  }

  @Test
  void shouldStayAsItIsWhenNothingChanged() {
    app.start();
    var first = pid();

    app(Map.of("PLUMBLINE_MAIL_PORT", "3025")).start();

    assertThat(pid()).isEqualTo(first);
  }

  @Test
  void shouldRestartWithNewSettings() throws IOException {
    app.start();

    app(Map.of("PLUMBLINE_MAIL_PORT", "13025")).start();

    assertThat(environment()).contains("PLUMBLINE_MAIL_PORT=13025");
  }

  @Test
  void shouldRestartOnAnotherJar() throws IOException {
    app.start();
    var first = pid();
    var time = Files.getLastModifiedTime(jar);
    FakeApplication.writeJar(jar, "approver@acme\n");
    Files.setLastModifiedTime(jar, time); // as a reproducible build does

    app.start();

    assertThat(pid()).isNotEqualTo(first);
  }

  @Test
  void shouldQuoteTheLogWhenItEndsAtItsStart() {
    assertThatThrownBy(app(Map.of("FAIL", "cannot reach the database"))::start)
        .isInstanceOf(LocalFailure.class)
        .hasMessageStartingWith("Plumbline ended right after its start. Its log is " + app.log())
        .hasMessageEndingWith("and ends with:\n    cannot reach the database");
  }

  @Test
  void shouldSayWhenItIsNotBuilt() throws IOException {
    Files.delete(jar);

    assertThatThrownBy(app::start)
        .isInstanceOf(LocalFailure.class)
        .hasMessage(
            "The application is not built: "
                + jar
                + " is missing. Build it with ./plumbline build.");
  }

  @Test
  void shouldCarryTheDemoSignIns() throws IOException {
    assertThat(DemoSignIns.in(jar)).containsExactly("requester@acme");
  }

  private LocalApplication app(Map<String, String> environment) {
    return new LocalApplication(
        new ApplicationSettings(
            home,
            home.resolve("app.log"),
            jar,
            port,
            "64m",
            environment,
            Lifetime.WITH_THIS_PROCESS));
  }

  private String environment() throws IOException {
    try (var answer = URI.create(app.url() + "/environment").toURL().openStream()) {
      return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private long pid() {
    return new ChildProcess("app", home, app.log(), Lifetime.WITH_THIS_PROCESS)
        .find()
        .orElseThrow()
        .pid();
  }
}
