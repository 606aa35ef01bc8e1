package io.plumbline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Runs the figures that are named, or all, and writes them as a table to {@code
 * bench/target/figures.md}.
 */
public final class Main {
  private static final List<Figure> FIGURES =
      List.of(
          new ClickToNextTask(),
          new ExporterLag(),
          new WebhookAnswer(false),
          new WebhookAnswer(true),
          new InboundToAnswer(),
          new NotificationsAfterOutage(),
          new InboxPage(),
          new InboxFilter(),
          new BulkApproval(),
          new Throughput());

  private Main() {}

  public static void main(String[] names) throws Exception {
    var wanted =
        names.length == 0
            ? FIGURES
            : FIGURES.stream().filter(figure -> List.of(names).contains(figure.name())).toList();
    if (wanted.isEmpty()) {
      throw new IllegalArgumentException(
          "There are these figures: "
              + FIGURES.stream().map(Figure::name).collect(Collectors.joining(", ")));
    }
    var results = new ArrayList<Result>();
    try (var system = new BenchSystem(Files.createTempDirectory(target(), "run-"))) {
      for (var figure : wanted) {
        results.addAll(figure.measure(system));
        write(results);
      }
    }
    // the broker's and the mailer's pools keep no work of ours
    System.exit(results.stream().allMatch(Result::met) ? 0 : 1);
  }

  private static Path target() throws IOException {
    return Files.createDirectories(Path.of("bench", "target").toAbsolutePath());
  }

  private static void write(List<Result> results) throws IOException {
    var table = new StringBuilder(conditions());
    table.append("\n| figure | promised | measured | met | conditions |\n|---|---|---|---|---|\n");
    for (var result : results) {
      table.append(
          "| %s | %s | %s | %s | %s |\n"
              .formatted(
                  result.figure(),
                  result.target(),
                  result.measured(),
                  result.met() ? "yes" : "**no**",
                  result.conditions()));
    }
    Files.writeString(target().resolve("figures.md"), table);
    System.out.println(table);
  }

  private static String conditions() {
    return "%s, %d cores, %s %s, JDK %s; PostgreSQL with fsync and synchronous_commit on, broker, application and driver on this machine.\n"
        .formatted(
            Instant.now().truncatedTo(ChronoUnit.MINUTES),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            System.getProperty("java.version"));
  }
}
