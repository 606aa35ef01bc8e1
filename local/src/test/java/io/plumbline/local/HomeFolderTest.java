package io.plumbline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HomeFolderTest {
  private final Path home = TestFolders.fresh("home");

  @Test
  void shouldRefuseAPlaceThatIsNotAFolder() throws IOException {
    var file = Files.createFile(home.resolve("file"));

    assertThatThrownBy(() -> HomeFolder.requireWritable(file))
        .isInstanceOf(LocalFailure.class)
        .hasMessage(
            "Cannot write to "
                + file
                + " (a file is in its place). Make it writable, or set PLUMBLINE_HOME to a folder of yours.");
  }

  @Test
  void shouldDeleteOnlyWhatThePartsWrote() throws IOException {
    Files.createDirectories(home.resolve("postgres/data"));
    var own = Files.createFile(home.resolve("notes.txt"));

    try (var folder = HomeFolder.open(home)) {
      folder.empty();
    }

    assertThat(home.resolve("postgres")).doesNotExist();
    assertThat(own).exists();
  }

  @Test
  void shouldReportAFullDiskInWords() {
    var full =
        InWords.of(new UncheckedIOException(new IOException("/data/x: No space left on device")));

    assertThat(full.text())
        .isEqualTo(
            "The disk is full. Free some space, or set PLUMBLINE_HOME to a folder elsewhere.");
  }
}
