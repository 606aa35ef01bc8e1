package io.plumbline.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a build leaves what the platform runs. */
public record Checkout(Path root) {

  /** Upwards from the working folder: Maven runs tests in their module. */
  public static Checkout find() {
    var start = Path.of(System.getProperty("plumbline.checkout", "")).toAbsolutePath();
    for (var folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("local")) && Files.exists(folder.resolve("pom.xml"))) {
        return new Checkout(folder);
      }
    }
    throw new LocalFailure(
        start + " is not inside a checkout of Plumbline.", "Run ./plumbline from the checkout.");
  }

  public Path zeebe() {
    return root.resolve("local/target/camunda-zeebe-" + Versions.zeebe());
  }

  /** Where the programs of PostgreSQL are unpacked for tests and benchmarks. */
  public Path postgresPrograms() {
    return root.resolve("local/target");
  }

  public Path exporterJar() {
    return root.resolve("exporter/target/plumbline-exporter.jar");
  }

  public Path applicationJar() {
    return root.resolve("app/target/plumbline.jar");
  }

  /** SQL for a superuser: the roles. */
  public String bootstrap() {
    try {
      return Files.readString(root.resolve("database/src/main/resources/db/bootstrap.sql"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
