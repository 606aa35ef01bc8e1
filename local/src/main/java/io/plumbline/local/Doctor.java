package io.plumbline.local;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks at everything a start needs, and says what is well and what is not. */
final class Doctor {
  private final LocalSettings settings;
  private final LocalSystem system;
  private final PrintStream out;
  private int problems;

  Doctor(LocalSettings settings, LocalSystem system, PrintStream out) {
    this.settings = settings;
    this.system = system;
    this.out = out;
  }

  /** The number of problems. */
  int run() {
    check("data folder " + settings.home(), () -> HomeFolder.requireWritable(settings.home()));
    if (problems == 0) {
      check(
          HomeFolder.freeMegabytes(settings.home()) + " MB free on its disk",
          () -> HomeFolder.requireRoom(settings.home()));
    }
    built("the application", settings.checkout().applicationJar());
    built("the exporter", settings.checkout().exporterJar());
    built("the Zeebe distribution", settings.checkout().zeebe());
    system.parts().forEach(this::part);
    return problems;
  }

  private void part(Part part) {
    if (part.isRunning()) {
      var silent = part.ports().stream().filter(port -> !port.isTaken()).findFirst();
      if (silent.isPresent()) {
        problem(
            "%s runs but port %d does not answer. See %s; ./plumbline down and up start it anew."
                .formatted(part.title(), silent.get().number(), part.log()));
      } else {
        ok(part.title() + " runs, port " + part.ports().getFirst().number());
      }
      return;
    }
    for (var port : part.ports()) {
      check("port " + port.number() + " is free for " + port.use(), port::requireFree);
    }
  }

  private void built(String what, Path file) {
    if (Files.exists(file)) {
      ok(what + " is built");
    } else {
      problem(what + " is not built (" + file + " is missing). ./plumbline up builds it.");
    }
  }

  private void check(String what, Runnable requirement) {
    try {
      requirement.run();
      ok(what);
    } catch (LocalFailure e) {
      problem(e.text());
    }
  }

  private void ok(String line) {
    out.println("ok       " + line);
  }

  private void problem(String line) {
    problems++;
    out.println("problem  " + line);
  }
}
