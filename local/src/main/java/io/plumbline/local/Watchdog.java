package io.plumbline.local;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;

/** Ends a child when this process is gone, also after a {@code kill -9} that runs no hook. */
final class Watchdog {
  private static final String SCRIPT =
      "while kill -0 $0; do kill -0 $1 || exit 0; sleep 1; done 2>/dev/null; kill -9 $1";

  private Watchdog() {}

  static void endWithThisProcess(ProcessHandle child) throws IOException {
    var command = new ArrayList<>(OwnSession.prefix());
    command.add("/bin/sh");
    command.add("-c");
    command.add(SCRIPT);
    command.add(Long.toString(ProcessHandle.current().pid()));
    command.add(Long.toString(child.pid()));
    new ProcessBuilder(command)
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.DISCARD)
        .start();
  }
}
