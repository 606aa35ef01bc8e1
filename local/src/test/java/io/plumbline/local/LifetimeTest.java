package io.plumbline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a child when the program that started it is killed. */
class LifetimeTest {
  private final Path home = TestFolders.fresh("lifetime");
  private final int smtp = Port.free();
  private final int imap = Port.free();

  @AfterEach
  void stop() {
    mailbox(home, smtp, imap, Lifetime.UNTIL_STOPPED).stop();
  }

  @Test
  void shouldEndWithATestThatIsKilled() throws IOException {
    var mailbox = mailbox(home, smtp, imap, Lifetime.WITH_THIS_PROCESS);

    startAndKill(Lifetime.WITH_THIS_PROCESS);

    assertThat(
            Patience.until(
                Duration.ofSeconds(15), Duration.ofMillis(100), () -> !mailbox.isRunning()))
        .isTrue();
  }

  @Test
  void shouldOutliveUpAndBeAdopted() throws IOException {
    var mailbox = mailbox(home, smtp, imap, Lifetime.UNTIL_STOPPED);

    startAndKill(Lifetime.UNTIL_STOPPED);

    assertThat(mailbox.isRunning()).isTrue();
    mailbox.stop();
    assertThat(mailbox.isRunning()).isFalse();
  }

  private void startAndKill(Lifetime lifetime) throws IOException {
    var process =
        new ProcessBuilder(
                JavaCommand.path(),
                "-cp",
                System.getProperty("java.class.path"),
                Starter.class.getName(),
                home.toString(),
                Integer.toString(smtp),
                Integer.toString(imap),
                lifetime.name())
            .redirectErrorStream(true)
            .start();
    var output = process.getInputStream();
    assertThat(new String(output.readNBytes(7), StandardCharsets.UTF_8)).isEqualTo("started");
    process.destroyForcibly();
    assertThat(process.onExit().join().isAlive()).isFalse();
  }

  private static LocalMailbox mailbox(Path home, int smtp, int imap, Lifetime lifetime) {
    return new LocalMailbox(
        new MailboxSettings(home, home.resolve("mailbox.log"), smtp, imap, lifetime));
  }

  /** The program that is killed. */
  static final class Starter {
    private Starter() {}

    public static void main(String[] args) throws IOException {
      mailbox(
              Path.of(args[0]),
              Integer.parseInt(args[1]),
              Integer.parseInt(args[2]),
              Lifetime.valueOf(args[3]))
          .start();
      System.out.print("started");
      System.out.flush();
      System.in.read(); // until killed
    }
  }
}
