package io.plumbline.local;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL refuses to run as root. In a user namespace root is nobody, and files stay where they
 * are; where namespaces are forbidden (many containers) another user has to own the data.
 */
final class Unprivileged {
  private static final String NOBODY = "65534";
  private static final List<String> NAMESPACE = List.of("unshare", "-U");
  private static final List<String> OTHER_USER =
      List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

  private Unprivileged() {}

  /** What to put before a command of PostgreSQL that works in this folder. */
  static List<String> prefix(Path folder) {
    if (!"root".equals(System.getProperty("user.name"))) {
      return List.of();
    }
    if (succeeds(NAMESPACE, "true")) {
      return NAMESPACE;
    }
    if (succeeds(List.of(), "chown", "-R", NOBODY + ":" + NOBODY, folder.toString())
        && succeeds(OTHER_USER, "ls", folder.toString())) {
      return OTHER_USER;
    }
    throw new LocalFailure(
        "PostgreSQL does not run as root, and this machine offers no other user that can read "
            + folder
            + ".",
        "Run ./plumbline as an ordinary user, or set PLUMBLINE_HOME to a folder such as /var/tmp/plumbline.");
  }

  private static boolean succeeds(List<String> prefix, String... command) {
    var all = new ArrayList<>(prefix);
    all.addAll(List.of(command));
    try {
      var process =
          new ProcessBuilder(all)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false; // the program is not installed
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
