package io.plumbline.bench;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/** Processor time spent so far by the driver with the application, the broker and PostgreSQL. */
record CpuTime(Duration application, Duration broker, Duration database) {
  static CpuTime now() {
    return new CpuTime(
        spent(Stream.of(ProcessHandle.current())),
        spent(children("java")),
        spent(ProcessHandle.allProcesses().filter(process -> runs(process, "postgres"))));
  }

  CpuTime since(CpuTime earlier) {
    return new CpuTime(
        application.minus(earlier.application),
        broker.minus(earlier.broker),
        database.minus(earlier.database));
  }

  /** In milliseconds for each of so many. */
  String each(double count) {
    return String.format(
        Locale.ROOT,
        "application and driver %.0f ms, broker with exporter %.0f ms, PostgreSQL %.0f ms",
        application.toMillis() / count,
        broker.toMillis() / count,
        database.toMillis() / count);
  }

  private static Stream<ProcessHandle> children(String program) {
    return ProcessHandle.current().descendants().filter(process -> runs(process, program));
  }

  private static boolean runs(ProcessHandle process, String program) {
    return process.info().command().filter(command -> command.endsWith("/" + program)).isPresent();
  }

  private static Duration spent(Stream<ProcessHandle> processes) {
    return processes
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }
}
