package io.plumbline.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Takes every mail for every address over SMTP and shows it over IMAP; the user is the address, any
 * password opens it. Mails are files and survive a restart; what a reader deletes or marks over
 * IMAP does not.
 */
public final class LocalMailbox implements Part {
  private static final Duration START = Duration.ofSeconds(30);
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final MailboxSettings settings;
  private final ChildProcess process;

  public LocalMailbox(MailboxSettings settings) {
    this.settings = settings;
    this.process = new ChildProcess(name(), settings.home(), settings.log(), settings.lifetime());
  }

  @Override
  public String name() {
    return "mailbox";
  }

  @Override
  public String title() {
    return "Mailbox";
  }

  @Override
  public List<Port> ports() {
    return List.of(
        new Port("the mailbox (SMTP)", settings.smtpPort(), "PLUMBLINE_SMTP_PORT"),
        new Port("the mailbox (IMAP)", settings.imapPort(), "PLUMBLINE_IMAP_PORT"));
  }

  @Override
  public Path log() {
    return settings.log();
  }

  public int smtpPort() {
    return settings.smtpPort();
  }

  public int imapPort() {
    return settings.imapPort();
  }

  @Override
  public boolean isRunning() {
    return process.find().isPresent();
  }

  @Override
  public void start() {
    var from = LogFile.size(log());
    process.ensureRunning(ports(), arguments(), Map.of("CLASSPATH", classPath()), GRACE);
    Readiness.await(
        title(),
        process,
        from,
        START,
        () -> Readiness.greets(smtpPort()) && Readiness.greets(imapPort()));
  }

  private List<String> arguments() {
    return List.of(
        "-Xmx128m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        MailboxProcess.class.getName(),
        Integer.toString(smtpPort()),
        Integer.toString(imapPort()),
        settings.home().resolve("mails").toAbsolutePath().toString());
  }

  /** By environment: on the command line it would be too long to be found by. */
  private static String classPath() {
    return List.of(System.getProperty("java.class.path").split(":")).stream()
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .reduce((all, entry) -> all + ":" + entry)
        .orElseThrow();
  }

  @Override
  public void stop() {
    process.stop(GRACE);
  }

  @Override
  public void kill() {
    process.kill();
  }
}
