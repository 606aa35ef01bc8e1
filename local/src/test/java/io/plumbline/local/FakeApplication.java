package io.plumbline.local;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Stands for the application: answers where it should, and tells the environment it was given. */
final class FakeApplication {
  private static final String CLASS = FakeApplication.class.getName();

  private FakeApplication() {}

  public static void main(String[] args) throws IOException {
    if (System.getenv("FAIL") != null) {
      System.err.println(System.getenv("FAIL"));
      System.exit(1);
    }
    var address =
        new InetSocketAddress(
            System.getenv("SERVER_ADDRESS"), Integer.parseInt(System.getenv("SERVER_PORT")));
    var server = HttpServer.create(address, 0);
    server.createContext("/actuator/health/readiness", e -> e.sendResponseHeaders(200, -1));
    server.createContext(
        "/environment",
        exchange -> {
          var body = System.getenv().toString().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  static void writeJar(Path jar, String demoSignIns) throws IOException {
    Files.createDirectories(jar.toAbsolutePath().getParent());
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, CLASS);
    try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      var entry = CLASS.replace('.', '/') + ".class";
      try (var code = FakeApplication.class.getResourceAsStream("/" + entry)) {
        write(out, entry, Objects.requireNonNull(code).readAllBytes());
      }
      write(
          out, "BOOT-INF/classes/demo-sign-ins.txt", demoSignIns.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void write(JarOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }
}
