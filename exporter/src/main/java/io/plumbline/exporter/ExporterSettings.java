package io.plumbline.exporter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The exporter's arguments. Names are compared without case, as environment variables lose it:
 *
 * <ul>
 *   <li>{@code url} (required): {@code jdbc:postgresql://host:port/database}
 *   <li>{@code user} (plumbline_exporter)
 *   <li>at most one of {@code password}, {@code passwordEnv} (name of an environment variable),
 *       {@code passwordFile}; the broker logs its configuration, so prefer the latter two
 *   <li>{@code queueSize} (10000): records held while the database is away
 *   <li>{@code batchSize} (1000): records per transaction at most
 *   <li>{@code retryMillis} (100), {@code retryMaxMillis} (5000): back-off while the database is
 *       away
 * </ul>
 */
record ExporterSettings(
    String url,
    String user,
    Password password,
    int queueSize,
    int batchSize,
    Duration retry,
    Duration retryMax) {
  private static final Set<String> KNOWN =
      Set.of(
          "url",
          "user",
          "password",
          "passwordenv",
          "passwordfile",
          "queuesize",
          "batchsize",
          "retrymillis",
          "retrymaxmillis");

  static ExporterSettings from(Map<String, Object> arguments) {
    var given = new Arguments(arguments);
    var retry = Duration.ofMillis(given.number("retryMillis", 100, 1, 60_000));
    var retryMax = Duration.ofMillis(given.number("retryMaxMillis", 5_000, 1, 600_000));
    if (retryMax.compareTo(retry) < 0) {
      throw new IllegalArgumentException("retryMaxMillis must not be less than retryMillis");
    }
    return new ExporterSettings(
        given.url(),
        given.text("user", "plumbline_exporter"),
        given.password(),
        given.number("queueSize", 10_000, 1, 1_000_000),
        given.number("batchSize", 1_000, 1, 100_000),
        retry,
        retryMax);
  }

  /** Read at each connect, so that a changed secret needs no restart. */
  @FunctionalInterface
  interface Password {
    @Nullable String read() throws IOException;
  }

  private static final class Arguments {
    private final Map<String, String> values = new LinkedHashMap<>();

    Arguments(Map<String, Object> arguments) {
      arguments.forEach((name, value) -> values.put(plain(name), String.valueOf(value).strip()));
      var unknown = new TreeSet<>(values.keySet());
      unknown.removeAll(KNOWN);
      if (!unknown.isEmpty()) {
        throw new IllegalArgumentException("Unknown exporter arguments " + unknown);
      }
    }

    String url() {
      var url = text("url", "");
      if (!url.startsWith("jdbc:postgresql:")) {
        throw new IllegalArgumentException(
            "Exporter argument url must be jdbc:postgresql://host:port/database, not '"
                + url
                + "'");
      }
      return url;
    }

    String text(String name, String otherwise) {
      return values.getOrDefault(plain(name), otherwise);
    }

    int number(String name, int otherwise, int min, int max) {
      var text = text(name, Integer.toString(otherwise));
      try {
        var number = Integer.parseInt(text);
        if (number >= min && number <= max) {
          return number;
        }
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            "Exporter argument " + name + " must be a number, not '" + text + "'", e);
      }
      throw new IllegalArgumentException(
          "Exporter argument %s must be %d to %d, not %s".formatted(name, min, max, text));
    }

    Password password() {
      var fixed = values.get("password");
      var variable = values.get("passwordenv");
      var file = values.get("passwordfile");
      if ((fixed == null ? 0 : 1) + (variable == null ? 0 : 1) + (file == null ? 0 : 1) > 1) {
        throw new IllegalArgumentException(
            "Give one of password, passwordEnv and passwordFile only");
      }
      if (variable != null) {
        return fromVariable(variable);
      }
      return file == null ? () -> fixed : fromFile(Path.of(file));
    }

    private static Password fromVariable(String variable) {
      var value = System.getenv(variable);
      if (value == null) {
        throw new IllegalArgumentException(
            "Exporter argument passwordEnv: no environment variable " + variable);
      }
      return () -> value;
    }

    private static Password fromFile(Path file) {
      if (!Files.isReadable(file)) {
        throw new IllegalArgumentException("Exporter argument passwordFile: cannot read " + file);
      }
      return () -> Files.readString(file).strip();
    }

    private static String plain(String name) {
      return name.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
    }
  }
}
