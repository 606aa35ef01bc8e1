package io.plumbline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docker-compose.yml says the same as ./plumbline: names, versions, files. No Docker is needed. */
class ComposeTest {
  private static final Checkout CHECKOUT = Checkout.find();
  private static final ComposeFile COMPOSE = ComposeFile.read(CHECKOUT.root());

  @Test
  void shouldRunTheSamePartsAsOneMachine() {
    assertThat(COMPOSE.names())
        .map(Object::toString)
        .containsExactlyInAnyOrder("postgres", "zeebe", "mailbox", "app");
  }

  @Test
  void shouldRunTheSameVersions() {
    assertThat(COMPOSE.image("zeebe")).isEqualTo("camunda/zeebe:" + Versions.zeebe());
    assertThat(COMPOSE.image("postgres"))
        .isEqualTo("postgres:" + Versions.postgres().split("\\.")[0]);
    var greenMail =
        Stream.of(System.getProperty("java.class.path").split(":"))
            .map(entry -> Path.of(entry).getFileName().toString())
            .filter(jar -> jar.startsWith("greenmail-"))
            .findFirst()
            .orElseThrow();
    assertThat(greenMail).isEqualTo("greenmail-" + COMPOSE.image("mailbox").split(":")[1] + ".jar");
  }

  @Test
  void shouldConfigureTheExporterAsTheLocalBrokerDoes() {
    var local =
        ZeebeEnvironment.of(
            ZeebeSettings.forTests(Path.of("target"), CHECKOUT.zeebe())
                .with(new ZeebeSettings.Exporter(CHECKOUT.exporterJar(), "u", "n", "p")));

    var compose = COMPOSE.environment("zeebe");

    assertThat(exporterNames(compose)).isEqualTo(exporterNames(local));
    assertThat(compose)
        .containsEntry(
            ZeebeEnvironment.EXPORTER + "CLASSNAME",
            local.get(ZeebeEnvironment.EXPORTER + "CLASSNAME"));
    assertThat(
            COMPOSE.mounted(
                "zeebe", compose.getOrDefault(ZeebeEnvironment.EXPORTER + "JARPATH", "")))
        .isEqualTo(CHECKOUT.exporterJar());
  }

  @Test
  void shouldTellTheApplicationTheSameThings() throws IOException {
    var settings = LocalSettings.from(CHECKOUT, Map.of());
    var app = LocalSystem.application(settings);

    assertThat(COMPOSE.environment("app").keySet()).containsAll(app.environment().keySet());
    assertThat(Files.readString(CHECKOUT.root().resolve("deploy/Dockerfile")))
        .contains("COPY " + CHECKOUT.root().relativize(CHECKOUT.applicationJar()) + " ");
    assertThat(Files.readAllLines(CHECKOUT.root().resolve(".dockerignore")))
        .contains("!" + CHECKOUT.root().relativize(CHECKOUT.applicationJar()));
  }

  @Test
  void shouldMakeTheRolesWithTheSameBootstrap() throws IOException {
    var roles = COMPOSE.mounted("postgres", "/docker-entrypoint-initdb.d/10-roles.sql");
    var database = COMPOSE.mounted("postgres", "/docker-entrypoint-initdb.d/20-database.sh");

    assertThat(Files.readString(roles)).isEqualTo(CHECKOUT.bootstrap());
    assertThat(Files.readString(database)).contains("create database plumbline owner");
    assertThat(Files.isExecutable(database)).isTrue();
  }

  @Test
  void shouldListenOnLoopbackOnly() {
    assertThat(COMPOSE.publishedPorts())
        .isNotEmpty()
        .allSatisfy(port -> assertThat(port).startsWith("127.0.0.1:"));
  }

  @Test
  void shouldHoldNoSecret() {
    assertThat(
            COMPOSE.names().stream()
                .flatMap(s -> COMPOSE.environment(s.toString()).entrySet().stream()))
        .filteredOn(variable -> variable.getKey().matches(".*(PASSWORD|AUTH_TOKEN|ACCOUNT_SID)"))
        .hasSizeGreaterThanOrEqualTo(8)
        .allSatisfy(variable -> assertThat(variable.getValue()).startsWith("${").contains(":?"));
  }

  @Test
  void shouldBelieveProxiesOfDockersNetworkOnly() {
    var proxies =
        COMPOSE.environment("app").getOrDefault("SERVER_TOMCAT_REMOTEIP_INTERNAL_PROXIES", "");
    assertThat(List.of("127.0.0.1", "::1", "172.18.0.1", "172.31.255.254"))
        .allMatch(matches(proxies));
    assertThat(List.of("172.32.0.1", "192.0.2.1", "203.0.113.5")).noneMatch(matches(proxies));
  }

  private static Predicate<String> matches(String pattern) {
    return Pattern.compile(pattern).asMatchPredicate();
  }

  private static TreeSet<String> exporterNames(Map<String, String> environment) {
    var names = new TreeSet<>(environment.keySet());
    names.removeIf(name -> !name.startsWith(ZeebeEnvironment.EXPORTER));
    return names;
  }
}
