package io.plumbline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MainTest {
  private static final List<String> PORTS =
      List.of(
          "PLUMBLINE_PORT",
          "PLUMBLINE_POSTGRES_PORT",
          "PLUMBLINE_SMTP_PORT",
          "PLUMBLINE_IMAP_PORT",
          "PLUMBLINE_ZEEBE_PORT",
          "PLUMBLINE_ZEEBE_COMMAND_PORT",
          "PLUMBLINE_ZEEBE_INTERNAL_PORT",
          "PLUMBLINE_ZEEBE_REST_PORT",
          "PLUMBLINE_ZEEBE_MANAGEMENT_PORT");

  private final Path home = TestFolders.fresh("main");
  private final Map<String, String> environment = new HashMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  MainTest() {
    environment.put("PLUMBLINE_HOME", home.toString());
    PORTS.forEach(variable -> environment.put(variable, Integer.toString(Port.free())));
  }

  @Test
  void shouldMoveEveryPortByItsVariable() {
    var system = LocalSystem.of(LocalSettings.from(Checkout.find(), environment));

    assertThat(system.parts().stream().flatMap(part -> part.ports().stream()))
        .allSatisfy(
            port ->
                assertThat(environment)
                    .containsEntry(port.variable(), Integer.toString(port.number())));
    assertThat(system.parts().stream().flatMap(part -> part.ports().stream()).map(Port::variable))
        .containsExactlyInAnyOrderElementsOf(PORTS);
  }

  @Test
  void shouldRefuseAPortThatIsNone() {
    environment.put("PLUMBLINE_PORT", "eighty");

    assertThat(run("status")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "PLUMBLINE_PORT is \"eighty\", which is not a port. Set it to a number from 1 to 65535, or unset it.\n");
  }

  @Test
  void shouldSayWhatRuns() {
    assertThat(run("status")).isEqualTo(3);
    assertThat(printed().lines()).hasSize(4).allMatch(line -> line.contains("stopped"));
  }

  @Test
  void shouldFindAProblemForEveryTakenPort() throws IOException {
    var smtp = Integer.parseInt(environment.getOrDefault("PLUMBLINE_SMTP_PORT", ""));
    try (var other = new ServerSocket(smtp, 1, InetAddress.getLoopbackAddress())) {
      assertThat(other.isBound()).isTrue();

      assertThat(run("doctor")).isEqualTo(1);
    }
    assertThat(printed())
        .contains("ok       data folder " + home)
        .contains("ok       the Zeebe distribution is built")
        .contains("problem  Port " + smtp + ", which the mailbox (SMTP) needs, is used by");
  }

  @Test
  void shouldNotDeleteAnythingWithoutBeingTold() {
    assertThat(run("reset")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("./plumbline reset --yes");
  }

  @Test
  void shouldStartAndStopOnePart() {
    assertThat(run("start", "mailbox")).isZero();
    assertThat(run("stop", "mailbox")).isZero();
    assertThat(run("stop", "mailbox")).isZero();

    assertThat(printed()).isEqualTo("Mailbox runs.\nMailbox is stopped.\nMailbox does not run.\n");
  }

  @Test
  void shouldRefuseAnUnknownCommandOrPart() {
    assertThat(run("dance")).isEqualTo(1);
    assertThat(run("stop", "printer")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "There is no command \"dance\". ./plumbline help lists the commands.\n"
                + "There is no part \"printer\". The parts are postgres, mailbox, zeebe and app.\n");
  }

  private int run(String... args) {
    return new Main(stream(out), stream(err), environment).run(List.of(args));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
