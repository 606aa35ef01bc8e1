package io.plumbline.local;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The four parts, wired to each other, and where people find them. */
record LocalSystem(Part postgres, Part mailbox, Part zeebe, Part app, String url) {

  static LocalSystem of(LocalSettings settings) {
    var app = new LocalApplication(application(settings));
    return new LocalSystem(postgres(settings), mailbox(settings), zeebe(settings), app, app.url());
  }

  /** In the order of a start. */
  List<Part> parts() {
    return List.of(postgres, mailbox, zeebe, app);
  }

  Part part(String name) {
    return parts().stream()
        .filter(part -> part.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new LocalFailure(
                    "There is no part \"" + name + "\".",
                    "The parts are postgres, mailbox, zeebe and app."));
  }

  private static LocalPostgres postgres(LocalSettings settings) {
    return new LocalPostgres(
        new PostgresSettings(
            settings.home().resolve("postgres"),
            settings.log("postgres"),
            settings.home().resolve("programs"),
            settings.port("PLUMBLINE_POSTGRES_PORT", 15_432),
            settings.checkout().bootstrap(),
            Map.of(),
            Lifetime.UNTIL_STOPPED));
  }

  private static LocalMailbox mailbox(LocalSettings settings) {
    return new LocalMailbox(
        new MailboxSettings(
            settings.home().resolve("mailbox"),
            settings.log("mailbox"),
            settings.port("PLUMBLINE_SMTP_PORT", 3025),
            settings.port("PLUMBLINE_IMAP_PORT", 3143),
            Lifetime.UNTIL_STOPPED));
  }

  private static LocalZeebe zeebe(LocalSettings settings) {
    var ports =
        new ZeebePorts(
            settings.port("PLUMBLINE_ZEEBE_PORT", 26_500),
            settings.port("PLUMBLINE_ZEEBE_COMMAND_PORT", 26_501),
            settings.port("PLUMBLINE_ZEEBE_INTERNAL_PORT", 26_502),
            settings.port("PLUMBLINE_ZEEBE_REST_PORT", 26_580),
            settings.port("PLUMBLINE_ZEEBE_MANAGEMENT_PORT", 9600));
    return new LocalZeebe(
        new ZeebeSettings(
            settings.home().resolve("zeebe"),
            settings.log("zeebe"),
            settings.checkout().zeebe(),
            ports,
            Optional.of(
                new ZeebeSettings.Exporter(
                    settings.checkout().exporterJar(),
                    postgres(settings).jdbcUrl(),
                    "plumbline_exporter",
                    "")),
            settings.heap("PLUMBLINE_ZEEBE_HEAP", "768m"),
            Map.of(),
            Lifetime.UNTIL_STOPPED));
  }

  static ApplicationSettings application(LocalSettings settings) {
    var port = settings.port("PLUMBLINE_PORT", 8080);
    var mailbox = mailbox(settings);
    return new ApplicationSettings(
        settings.home().resolve("app"),
        settings.log("app"),
        settings.checkout().applicationJar(),
        port,
        settings.heap("PLUMBLINE_HEAP", "1g"),
        Map.of(
            "PLUMBLINE_DATABASE_URL", postgres(settings).jdbcUrl(),
            "PLUMBLINE_ZEEBE_GATEWAY", zeebe(settings).gateway(),
            "PLUMBLINE_MAIL_HOST", "127.0.0.1",
            "PLUMBLINE_MAIL_PORT", Integer.toString(mailbox.smtpPort()),
            "PLUMBLINE_MAIL_IMAP_PORT", Integer.toString(mailbox.imapPort()),
            "PLUMBLINE_PUBLIC_URL", "http://127.0.0.1:" + port),
        Lifetime.UNTIL_STOPPED);
  }
}
