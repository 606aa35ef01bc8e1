package io.plumbline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shell script ./plumbline, before any Java of ours runs. */
class ScriptTest {
  private static final Path SCRIPT = Checkout.find().root().resolve("plumbline");

  private final Path folder = TestFolders.fresh("script");

  @Test
  void shouldSayWhatToInstallWithoutAJdk() {
    assertThat(sourced("jdk_candidates() { :; }; require_jdk"))
        .isEqualTo(
            "No JDK 21 or newer was found (JAVA_HOME, PATH and the usual folders were searched)."
                + " Install one, e.g. \"apt install openjdk-21-jdk-headless\", \"brew install openjdk@21\""
                + " or Temurin from adoptium.net, or set JAVA_HOME.");
  }

  @Test
  void shouldPassOverAnOldJdkAndAJreWithoutCompiler() throws IOException {
    var old = jdk("jdk-17", "17.0.1", "java", "javac");
    var runtimeOnly = jdk("jre-21", "21.0.1", "java");
    var good = jdk("jdk-21", "21.0.2", "java", "javac");

    assertThat(
            sourced(
                "jdk_candidates() { printf '%%s\\n' '%s' '%s' '%s'; }; require_jdk; echo \"$JAVA_HOME\""
                    .formatted(old, runtimeOnly, good)))
        .isEqualTo(good.toString());
  }

  @Test
  void shouldSayThatMavenIsMissing() {
    assertThat(sourced("PATH=/nowhere; require_maven"))
        .isEqualTo(
            "Maven was not found. Install it, e.g. \"apt install maven\" or \"brew install maven\".");
  }

  @Test
  void shouldSayThatMavenIsTooOld() {
    assertThat(sourced("mvn() { echo 'Apache Maven 3.6.3'; }; require_maven"))
        .startsWith("Maven 3.6.3 is too old; 3.8 or newer is needed.");
  }

  @Test
  void shouldSayThatTheDiskIsTooFullForABuild() {
    assertThat(sourced("df() { printf 'header\\n/dev/x 1 2 100 5%%\\n'; }; require_room 2048"))
        .isEqualTo(
            "Only 100 MB are free on this disk, and a build needs 2048 MB."
                + " Free some space and run it again.");
  }

  @Test
  void shouldPointToTheLogWhenTheBuildFails() {
    var log = folder.resolve("logs/build.log");

    assertThat(
            sourced(
                "home='%s'; stamp='%s'; mvn() { echo '[ERROR] COMPILATION ERROR'; return 1; };"
                        .formatted(folder, folder.resolve("built"))
                    + " require_jdk() { :; }; require_maven() { :; }; build"))
        .contains("[ERROR] COMPILATION ERROR")
        .endsWith("The build failed. The log is " + log + ".");
  }

  @Test
  void shouldBuildAgainWhenASourceIsYoungerThanTheBuild() throws IOException {
    var jar = Files.createFile(folder.resolve("x.jar"));
    var stamp = Files.createFile(folder.resolve("built"));
    var prepare =
        "cd '%s'; mkdir -p core/src bpmn dmn .mvn; touch pom.xml core/pom.xml; stamp='%s'; jars=('%s');"
            .formatted(folder, stamp, jar);

    assertThat(sourced(prepare + "sleep 0.02; touch \"$stamp\"; needs_build || echo fresh"))
        .isEqualTo("fresh");
    assertThat(sourced(prepare + "sleep 0.02; touch core/src/New.java; needs_build && echo stale"))
        .isEqualTo("stale");
  }

  @Test
  void shouldCountTestsAndListTheSlowest() throws IOException {
    var reports = Files.createDirectories(folder.resolve("core/target/surefire-reports"));
    Files.writeString(
        reports.resolve("TEST-a.xml"),
        """
        <testsuite name="io.A" time="3.5" tests="4" errors="1" skipped="1" failures="1">
          <testcase name="quick" classname="io.A" time="0.5"/>
          <testcase name="slow" classname="io.A" time="3.0"/>
        </testsuite>
        """);

    assertThat(
            sourced(
                "cd '%s'; touch -d '2000-01-01' started; reports started | totals; reports started | slowest"
                    .formatted(folder)))
        .isEqualTo(
            """
            1 passed, 2 failed, 1 skipped
                  3.0 s  A slow
                  0.5 s  A quick""");
  }

  @Test
  void shouldRefuseAnUnknownCommand() {
    assertThat(run(List.of("bash", SCRIPT.toString(), "dance")))
        .endsWith("There is no command \"dance\". See above.");
  }

  private Path jdk(String name, String version, String... programs) throws IOException {
    var home = Files.createDirectories(folder.resolve(name));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    Files.createDirectories(home.resolve("bin"));
    for (var program : programs) {
      var file = Files.writeString(home.resolve("bin").resolve(program), "#!/bin/sh\n");
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
    return home;
  }

  private static String sourced(String commands) {
    return run(List.of("bash", "-c", "source '" + SCRIPT + "'; " + commands));
  }

  private static String run(List<String> command) {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
