package io.plumbline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpTest {
  private final Path root = TestFolders.fresh("up");
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final FakePart postgres = new FakePart("postgres");
  private final FakePart mailbox = new FakePart("mailbox");
  private final FakePart zeebe = new FakePart("zeebe");
  private final FakePart app = new FakePart("app");

  @Test
  void shouldStartEverythingAndPrintWhereAndAsWhomToSignIn() throws IOException {
    FakeApplication.writeJar(root.resolve("app/target/plumbline.jar"), "requester@acme  demo\n");

    up();

    assertThat(new LocalSystem(postgres, mailbox, zeebe, app, "").parts())
        .allMatch(Part::isRunning);
    assertThat(output())
        .contains("Plumbline is ready: http://127.0.0.1:8080", "  requester@acme  demo");
  }

  @Test
  void shouldNameTheTakenPortItsHolderAndTheVariableBeforeAnythingStarts() throws IOException {
    var port = zeebe.ports().getFirst();
    try (var other = new ServerSocket(port.number(), 1, InetAddress.getLoopbackAddress())) {
      assertThat(other.isBound()).isTrue();

      assertThatThrownBy(this::up)
          .isInstanceOf(LocalFailure.class)
          .hasMessageStartingWith("Port " + port.number() + ", which The zeebe needs, is used by ")
          .hasMessageContaining("PLUMBLINE_TEST_PORT=");
    }
    assertThat(postgres.isRunning()).isFalse();
  }

  @Test
  void shouldLeaveAPartAloneThatAlreadyRuns() throws IOException {
    FakeApplication.writeJar(root.resolve("app/target/plumbline.jar"), "");
    try (var ownPort =
        new ServerSocket(
            postgres.running().ports().getFirst().number(), 1, InetAddress.getLoopbackAddress())) {
      assertThat(ownPort.isBound()).isTrue();

      up();
    }

    assertThat(output()).contains("Plumbline is ready");
  }

  @Test
  void shouldTellEveryFailureAndKeepWhatStarted() {
    zeebe.failing(new LocalFailure("No broker.", "Get one."));
    app.failing(new LocalFailure("No application.", "Build one."));

    assertThatThrownBy(this::up)
        .isInstanceOf(LocalFailure.class)
        .hasMessageContainingAll(
            "No broker. Get one.",
            "No application. Build one.",
            "What started keeps running; ./plumbline down stops it.");
    assertThat(mailbox.isRunning()).isTrue();
  }

  private void up() {
    var settings = LocalSettings.from(new Checkout(root), Map.of());
    HomeFolder.requireWritable(settings.home());
    var system = new LocalSystem(postgres, mailbox, zeebe, app, "http://127.0.0.1:8080");
    new Up(settings, system, new PrintStream(printed, true, StandardCharsets.UTF_8)).run();
  }

  private String output() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
