package io.plumbline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LocalZeebeTest {
  private static final Checkout CHECKOUT = Checkout.find();

  private final ZeebeSettings settings =
      ZeebeSettings.forTests(TestFolders.fresh("zeebe"), CHECKOUT.zeebe());

  @Test
  void shouldStartAdoptSurviveAKillAndStop() {
    try (var zeebe = new LocalZeebe(settings)) {
      zeebe.start();
      assertThat(Readiness.ok(zeebe.managementUrl() + "/ready")).isTrue();
      var first = running();

      new LocalZeebe(settings).start();
      assertThat(running()).isEqualTo(first);

      zeebe.kill();
      assertThat(zeebe.isRunning()).isFalse();

      zeebe.start();
      assertThat(running()).isNotEqualTo(first);
    }
    assertThat(new LocalZeebe(settings).isRunning()).isFalse();
    assertThat(new LocalZeebe(settings).ports()).noneMatch(Port::isTaken);
  }

  @Test
  void shouldRefuseAnExporterThatIsNotBuilt() {
    var exporter =
        new ZeebeSettings.Exporter(Path.of("nowhere.jar"), "jdbc:postgresql:x", "user", "");

    assertThatThrownBy(new LocalZeebe(settings.with(exporter))::start)
        .isInstanceOf(LocalFailure.class)
        .hasMessage(
            "The exporter is not built: nowhere.jar is missing. Build it with ./plumbline build.");
  }

  @Test
  void shouldSayWhyTheBrokerEndedWhenItsExporterCannotBeLoaded() throws Exception {
    var jar = TestFolders.fresh("exporter").resolve("not-a.jar");
    Files.writeString(jar, "no zip");
    var zeebe =
        new LocalZeebe(
            settings.with(new ZeebeSettings.Exporter(jar, "jdbc:postgresql:x", "user", "")));

    assertThatThrownBy(zeebe::start)
        .isInstanceOf(LocalFailure.class)
        .hasMessageStartingWith("Zeebe ended right after its start. Its log is ");
  }

  @Test
  void shouldRefuseAMissingDistribution() {
    var nowhere = ZeebeSettings.forTests(settings.home(), Path.of("nowhere"));

    assertThatThrownBy(new LocalZeebe(nowhere)::start)
        .isInstanceOf(LocalFailure.class)
        .hasMessage("The Zeebe distribution is missing at nowhere. Build with ./plumbline build.");
  }

  private long running() {
    return new ChildProcess("zeebe", settings.home(), settings.log(), settings.lifetime())
        .find()
        .orElseThrow()
        .pid();
  }
}
