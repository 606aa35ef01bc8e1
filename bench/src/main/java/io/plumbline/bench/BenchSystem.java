package io.plumbline.bench;

import io.plumbline.app.PlumblineApplication;
import io.plumbline.identity.Accounts;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Callers;
import io.plumbline.identity.Channel;
import io.plumbline.local.Checkout;
import io.plumbline.local.LocalMailbox;
import io.plumbline.local.LocalPostgres;
import io.plumbline.local.LocalZeebe;
import io.plumbline.local.MailboxSettings;
import io.plumbline.local.Port;
import io.plumbline.local.PostgresSettings;
import io.plumbline.local.ZeebeSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole system for one run: durable PostgreSQL, the broker with our exporter, the application.
 */
final class BenchSystem implements AutoCloseable {
  static final String PHONE_TOKEN = UUID.randomUUID().toString();

  private final Checkout checkout = Checkout.find();
  private final int httpPort = Port.free();
  private final ProviderGate provider = new ProviderGate(httpPort);
  private final Path home;
  private final LocalPostgres postgres;
  private final LocalZeebe zeebe;
  private final LocalMailbox mailbox;
  private final ConfigurableApplicationContext application;

  BenchSystem(Path home) throws SQLException {
    this.home = home;
    postgres =
        new LocalPostgres(
            PostgresSettings.forTests(
                    home.resolve("postgres"), checkout.postgresPrograms(), checkout.bootstrap())
                .with("track_commit_timestamp", "on"));
    postgres.start();
    zeebe =
        new LocalZeebe(
            ZeebeSettings.forTests(home.resolve("zeebe"), checkout.zeebe())
                .with(
                    new ZeebeSettings.Exporter(
                        checkout.exporterJar(), postgres.jdbcUrl(), "plumbline_exporter", "")));
    mailbox = new LocalMailbox(MailboxSettings.forTests(home.resolve("mailbox")));
    mailbox.start();
    application =
        new SpringApplicationBuilder(PlumblineApplication.class).profiles("local").run(arguments());
    zeebe.start();
    enlargeBudgets();
  }

  /** As arguments, since they have to win over the application's own file. */
  private String[] arguments() {
    return new String[] {
      "--server.address=127.0.0.1",
      "--server.port=" + httpPort,
      "--plumbline.public-url=" + url(),
      "--plumbline.database.url=" + postgres.jdbcUrl(),
      "--plumbline.zeebe.gateway=" + zeebe.gateway(),
      "--plumbline.mail.host=127.0.0.1",
      "--plumbline.mail.port=" + mailbox.smtpPort(),
      "--plumbline.mail.imap-port=" + mailbox.imapPort(),
      "--plumbline.twilio.auth-token=" + PHONE_TOKEN,
      "--plumbline.twilio.base-url=" + provider.url() + "/simulator/twilio",
      "--spring.main.banner-mode=off"
    };
  }

  /** Money shall not run out while it is measured. */
  private void enlargeBudgets() throws SQLException {
    try (var connection = owner();
        var statement = connection.createStatement()) {
      statement.execute("update app.budget_line set amount_minor = 1000000000000000");
    }
  }

  Path home() {
    return home;
  }

  Checkout checkout() {
    return checkout;
  }

  LocalPostgres postgres() {
    return postgres;
  }

  LocalZeebe zeebe() {
    return zeebe;
  }

  <T> T bean(Class<T> type) {
    return application.getBean(type);
  }

  ProviderGate provider() {
    return provider;
  }

  /** Where the phone provider and the benchmark reach the application. */
  String url() {
    return "http://127.0.0.1:" + httpPort;
  }

  Caller person(String username) {
    return bean(Accounts.class).find(username, Channel.WEB).orElseThrow();
  }

  <T> T as(Caller caller, Supplier<T> action) {
    return bean(Callers.class).call(caller, action);
  }

  /** Sees all tenants; for generating data and for checking results. */
  Connection owner() throws SQLException {
    return DriverManager.getConnection(postgres.jdbcUrl(), "plumbline_owner", "");
  }

  long count(String sql) throws SQLException {
    try (var connection = owner();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Override
  public void close() {
    application.close();
    provider.close();
    zeebe.stop();
    mailbox.stop();
    postgres.stop();
  }
}
