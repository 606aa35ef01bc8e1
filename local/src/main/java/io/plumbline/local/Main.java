package io.plumbline.local;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The command line behind {@code ./plumbline}. */
public final class Main {
  private static final String HELP = "./plumbline help lists the commands.";

  private final PrintStream out;
  private final PrintStream err;
  private final Map<String, String> environment;

  Main(PrintStream out, PrintStream err, Map<String, String> environment) {
    this.out = out;
    this.err = err;
    this.environment = environment;
  }

  public static void main(String[] args) {
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
    System.exit(new Main(System.out, System.err, System.getenv()).run(List.of(args)));
  }

  int run(List<String> args) {
    try {
      var settings = LocalSettings.from(Checkout.find(), environment);
      return run(args, settings, LocalSystem.of(settings));
    } catch (LocalFailure e) {
      err.println(e.text());
      return 1;
    } catch (UncheckedIOException e) {
      err.println(InWords.of(e).text());
      return 1;
    }
  }

  private int run(List<String> args, LocalSettings settings, LocalSystem system) {
    return switch (String.join(" ", args.subList(0, Math.min(1, args.size())))) {
      case "up" -> locked(settings, home -> new Up(settings, system, out).run());
      case "down" -> locked(settings, home -> down(system));
      case "reset" -> locked(settings, home -> reset(home, args, system));
      case "start" -> locked(settings, home -> start(system.part(argument(args))));
      case "stop" -> locked(settings, home -> stop(system.part(argument(args))));
      case "status" -> status(system);
      case "doctor" -> doctor(settings, system);
      default ->
          throw new LocalFailure("There is no command \"" + String.join(" ", args) + "\".", HELP);
    };
  }

  private int locked(LocalSettings settings, Consumer<HomeFolder> command) {
    try (var home = HomeFolder.open(settings.home())) {
      command.accept(home);
      return 0;
    }
  }

  private static String argument(List<String> args) {
    if (args.size() < 2) {
      throw new LocalFailure("Which part?", "Name postgres, mailbox, zeebe or app.");
    }
    return args.get(1);
  }

  private void down(LocalSystem system) {
    system.parts().reversed().forEach(this::stop);
  }

  private void reset(HomeFolder home, List<String> args, LocalSystem system) {
    if (!args.contains("--yes")) {
      throw new LocalFailure(
          "This stops Plumbline and deletes all its data on this machine.",
          "If that is what you want: ./plumbline reset --yes");
    }
    down(system);
    home.empty();
    out.println("All data is deleted; ./plumbline up starts afresh.");
  }

  private void start(Part part) {
    part.start();
    out.println(part.title() + " runs.");
  }

  private void stop(Part part) {
    if (part.isRunning()) {
      part.stop();
      out.println(part.title() + " is stopped.");
    } else {
      out.println(part.title() + " does not run.");
    }
  }

  private int status(LocalSystem system) {
    system
        .parts()
        .forEach(
            part ->
                out.printf(
                    "%-9s %-8s 127.0.0.1:%-6d %s%n",
                    part.name(),
                    part.isRunning() ? "running" : "stopped",
                    part.ports().getFirst().number(),
                    part.log()));
    return system.parts().stream().allMatch(Part::isRunning) ? 0 : 3;
  }

  private int doctor(LocalSettings settings, LocalSystem system) {
    var problems = new Doctor(settings, system, out).run();
    out.println(problems == 0 ? "All is well." : problems + " problem(s) found.");
    return problems == 0 ? 0 : 1;
  }
}
