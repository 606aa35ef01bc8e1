package io.plumbline.local;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

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
    if (cancelled) {
      return;
    }
    out.println();
    out.println("Plumbline is ready: " + system.url());
    DemoSignIns.in(settings.checkout().applicationJar()).forEach(line -> out.println("  " + line));
    out.println("Stop it with ./plumbline down.");
  }

  /** Every one gets its chance; what failed is told together. */
  private void together(Part... parts) {
    var failures = new ConcurrentLinkedQueue<LocalFailure>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var part : parts) {
        threads.execute(
            () -> {
              try {
                start(part);
              } catch (LocalFailure e) {
                failures.add(e);
              } catch (UncheckedIOException e) {
                failures.add(InWords.of(e));
              }
            });
      }
    }
    if (!failures.isEmpty() && !cancelled) {
      throw new LocalFailure(
          failures.stream().map(LocalFailure::text).collect(Collectors.joining("\n")),
          "\nWhat started keeps running; ./plumbline down stops it.");
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
