package io.plumbline.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * @param home data and log live here, and nothing else
 * @param programs where the programs of PostgreSQL are unpacked, shared by all servers
 * @param bootstrap SQL a superuser runs at every start: the roles
 * @param parameters for postgresql.conf, over our own
 */
public record PostgresSettings(
    Path home,
    Path log,
    Path programs,
    int port,
    String bootstrap,
    Map<String, String> parameters,
    Lifetime lifetime) {

  /** On a free port, ending with this process. */
  public static PostgresSettings forTests(Path home, Path programs, String bootstrap) {
    return new PostgresSettings(
        home,
        home.resolve("postgres.log"),
        programs,
        Port.free(),
        bootstrap,
        Map.of(),
        Lifetime.WITH_THIS_PROCESS);
  }

  public PostgresSettings with(String parameter, String value) {
    var all = new HashMap<>(parameters);
    all.put(parameter, value);
    return new PostgresSettings(home, log, programs, port, bootstrap, Map.copyOf(all), lifetime);
  }

  Path data() {
    return home.resolve("data").toAbsolutePath().normalize();
  }
}
