package io.plumbline.local;

import java.nio.file.Path;
import java.util.Map;

/** What {@code ./plumbline} runs, and where: defaults, moved by environment variables. */
record LocalSettings(Checkout checkout, Path home, Map<String, String> environment) {

  static LocalSettings from(Checkout checkout, Map<String, String> environment) {
    var home = environment.getOrDefault("PLUMBLINE_HOME", "");
    return new LocalSettings(
        checkout,
        checkout.root().resolve(home.isBlank() ? ".plumbline" : home).normalize(),
        environment);
  }

  int port(String variable, int byDefault) {
    var value = environment.getOrDefault(variable, "").strip();
    if (value.isEmpty()) {
      return byDefault;
    }
    if (value.matches("\\d{1,5}")
        && Integer.parseInt(value) >= 1
        && Integer.parseInt(value) <= 65_535) {
      return Integer.parseInt(value);
    }
    throw new LocalFailure(
        variable + " is \"" + value + "\", which is not a port.",
        "Set it to a number from 1 to 65535, or unset it.");
  }

  String heap(String variable, String byDefault) {
    var value = environment.getOrDefault(variable, "").strip();
    return value.isEmpty() ? byDefault : value;
  }

  Path log(String part) {
    return home.resolve("logs").resolve(part + ".log");
  }
}
