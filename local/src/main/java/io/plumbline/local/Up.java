package io.plumbline.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;

/**
 * Starts what does not run: PostgreSQL, the mailbox, then the broker and the application together.
 */
final class Up {
  private final LocalSettings settings;
  private final LocalSystem system;
  private final PrintStream out;
  private final List<Part> ours = new ArrayList<>();
  private volatile boolean cancelled;

  Up(LocalSettings settings, LocalSystem system, PrintStream out) {
    this.settings = settings;
    this.system = system;
    this.out = out;
  }

  void run() {
    HomeFolder.requireRoom(settings.home());
    var stopped = system.parts().stream().filter(part -> !part.isRunning()).toList();
    stopped.forEach(part -> part.ports().forEach(Port::requireFree));
    ours.addAll(stopped);
    var onCancel = new Thread(this::cancel);
    Runtime.getRuntime().addShutdownHook(onCancel);
    out.println("Starting Plumbline on this machine, data in " + settings.home());
    try {
      start(system.postgres());
      together(system.mailbox(), system.zeebe(), system.app());
    } finally {
      if (!cancelled) {
        Runtime.getRuntime().removeShutdownHook(onCancel);
      }
    }
    out.println();
    out.println("Plumbline is ready: " + system.app().url());
    DemoSignIns.in(settings.checkout().applicationJar()).forEach(line -> out.println("  " + line));
    out.println("Stop it with ./plumbline down.");
  }

  private void together(Part... parts) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var starts =
          List.of(parts).stream()
              .map(part -> CompletableFuture.runAsync(() -> start(part), threads))
              .toArray(CompletableFuture[]::new);
      CompletableFuture.allOf(starts).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof LocalFailure failure ? failure : e;
    }
  }

  private void start(Part part) {
    if (cancelled) {
      return;
    }
    var before = System.nanoTime();
    try {
      part.start();
    } catch (LocalFailure e) {
      if (!cancelled) {
        throw e;
      }
      return;
    }
    var took = Duration.ofNanos(System.nanoTime() - before);
    out.printf(
        "  %-11s ready after %.1f s, port %d%n",
        part.title(), took.toMillis() / 1000.0, part.ports().getFirst().number());
  }

  /** On Ctrl-C: what this run started goes, what ran before stays. */
  private void cancel() {
    cancelled = true;
    out.println();
    out.println("Interrupted: stopping what was started.");
    ours.reversed().forEach(Part::stop);
  }
}
