package io.plumbline.app;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.plumbline.identity.Accounts;
import io.plumbline.identity.Callers;
import io.plumbline.identity.Channel;
import io.plumbline.local.ApplicationSettings;
import io.plumbline.local.Checkout;
import io.plumbline.local.Lifetime;
import io.plumbline.local.LocalApplication;
import io.plumbline.local.LocalPostgres;
import io.plumbline.local.LocalZeebe;
import io.plumbline.local.Port;
import io.plumbline.local.PostgresSettings;
import io.plumbline.local.ZeebeSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * The whole system, one per JVM: PostgreSQL with durability on, the broker with our exporter, a
 * mailbox, and the application with its demo firms on a free port. Each part can be killed and
 * started again.
 */
final class PlumblineSystem {
  private static final String FOLDER = "system-";

  private final Path home = Path.of("target", FOLDER + ProcessHandle.current().pid());
  private final Checkout checkout = Checkout.find();
  private final LocalPostgres postgres =
      new LocalPostgres(
          PostgresSettings.forTests(
              home.resolve("postgres"), checkout.postgresPrograms(), checkout.bootstrap()));
  private final LocalZeebe zeebe = new LocalZeebe(zeebeSettings());
  private final int mailPort = Port.free();
  private final int imapPort = Port.free();
  private GreenMail mailbox = newMailbox();
  private final int port = Port.free();
  private @Nullable ConfigurableApplicationContext application;

  private PlumblineSystem() {}

  static PlumblineSystem shared() {
    return Shared.SYSTEM;
  }

  LocalPostgres postgres() {
    return postgres;
  }

  LocalZeebe zeebe() {
    return zeebe;
  }

  GreenMail mailbox() {
    return mailbox;
  }

  /** Acts as a demo user. */
  Actor as(String username) {
    var caller = bean(Accounts.class).find(username, Channel.WEB).orElseThrow();
    return new Actor(this, caller);
  }

  <T> T bean(Class<T> type) {
    return application().getBean(type);
  }

  BeanFactory beans() {
    return application();
  }

  Callers callers() {
    return bean(Callers.class);
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  /** Another node of the application, a process of its own that can be killed. */
  LocalApplication node(String roles) {
    return process("node", Port.free(), url(), roles);
  }

  /** The jar that people run, alone and with every role: stop the application of this JVM first. */
  LocalApplication packaged() {
    var free = Port.free();
    return process("packaged", free, "http://127.0.0.1:" + free, "web,worker,relay");
  }

  /** Started by what {@code ./plumbline up} starts it with. */
  private LocalApplication process(String name, int port, String publicUrl, String roles) {
    return new LocalApplication(
        new ApplicationSettings(
            home.resolve(name),
            home.resolve(name).resolve(name + ".log"),
            checkout.applicationJar(),
            port,
            "512m",
            Map.of(
                "PLUMBLINE_ROLES", roles,
                "PLUMBLINE_PUBLIC_URL", publicUrl,
                "PLUMBLINE_DATABASE_URL", postgres.jdbcUrl(),
                "PLUMBLINE_ZEEBE_GATEWAY", zeebe.gateway(),
                "PLUMBLINE_MAIL_HOST", "127.0.0.1",
                "PLUMBLINE_MAIL_PORT", Integer.toString(mailPort),
                "PLUMBLINE_MAIL_IMAP_PORT", Integer.toString(imapPort)),
            Lifetime.WITH_THIS_PROCESS));
  }

  void stopMailbox() {
    mailbox.stop();
  }

  /** On the same port, empty. */
  void startMailbox() {
    mailbox.stop();
    mailbox = newMailbox();
    mailbox.start();
  }

  private GreenMail newMailbox() {
    return new GreenMail(
            new ServerSetup[] {
              new ServerSetup(mailPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
              new ServerSetup(imapPort, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
            })
        .withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());
  }

  void startApplication(String... more) {
    application =
        new SpringApplicationBuilder(PlumblineApplication.class)
            .profiles("local")
            .run(Stream.concat(properties(), Stream.of(more)).toArray(String[]::new));
  }

  void stopApplication() {
    application().close();
    application = null;
  }

  private ConfigurableApplicationContext application() {
    if (application == null) {
      throw new IllegalStateException("The application is stopped");
    }
    return application;
  }

  private Stream<String> properties() {
    return Map.of(
            "server.address", "127.0.0.1",
            "server.port", Integer.toString(port),
            "plumbline.public-url", url(),
            "plumbline.database.url", postgres.jdbcUrl(),
            "plumbline.zeebe.gateway", zeebe.gateway(),
            "plumbline.mail.host", "127.0.0.1",
            "plumbline.mail.port", Integer.toString(mailPort),
            "plumbline.mail.imap-port", Integer.toString(imapPort),
            "plumbline.workers.first-backoff", "100ms",
            "spring.main.banner-mode", "off")
        .entrySet()
        .stream()
        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue());
  }

  private ZeebeSettings zeebeSettings() {
    return ZeebeSettings.forTests(home.resolve("zeebe"), checkout.zeebe())
        .with(
            new ZeebeSettings.Exporter(
                checkout.exporterJar(), postgres.jdbcUrl(), "plumbline_exporter", ""));
  }

  /** Each run leaves some hundred megabytes. */
  private static void removeWhatEndedRunsLeft() {
    try (var folders = Files.list(Path.of("target"))) {
      for (var folder : folders.filter(PlumblineSystem::isOfEndedRun).toList()) {
        FileSystemUtils.deleteRecursively(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove what an earlier run left in target/", e);
    }
  }

  private static boolean isOfEndedRun(Path folder) {
    var name = folder.getFileName().toString();
    return name.matches(FOLDER + "\\d+")
        && ProcessHandle.of(Long.parseLong(name.substring(FOLDER.length()))).isEmpty();
  }

  private PlumblineSystem started() {
    removeWhatEndedRunsLeft();
    mailbox.start();
    var broker = CompletableFuture.runAsync(zeebe::start);
    postgres.start();
    startApplication();
    broker.join();
    return this;
  }

  /** Something to search for that no other test has. */
  static String unique(String words) {
    return words + " " + UUID.randomUUID().toString().substring(0, 8);
  }

  private static final class Shared {
    static final PlumblineSystem SYSTEM = new PlumblineSystem().started();
  }
}
