package io.plumbline.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
  /** A key given as a whole: {@code getTranslation("inbox.title"} or a {@code @Menu} title. */
  private static final Pattern KEY =
      Pattern.compile(
          "(?:getTranslation\\(\\s*|translate\\(\\s*|title = )\"([a-zA-Z.]+[a-zA-Z])\"");

  /** A key put together: {@code getTranslation("status." + ...}. */
  private static final Pattern PREFIX =
      Pattern.compile("(?:getTranslation|translate)\\(\\s*\"([a-zA-Z.]+\\.)\"");

  private final ResourceBundle texts = ResourceBundle.getBundle("vaadin-i18n.translations");

  @Test
  void shouldHaveATextForEveryKey() throws IOException {
    var keys = new TreeSet<>(found(KEY));

    assertThat(keys)
        .isNotEmpty()
        .allSatisfy(key -> assertThat(texts.containsKey(key)).as(key).isTrue());
  }

  @Test
  void shouldHaveTextsForEveryPrefix() throws IOException {
    assertThat(found(PREFIX))
        .allSatisfy(
            prefix ->
                assertThat(texts.keySet()).as(prefix).anyMatch(key -> key.startsWith(prefix)));
  }

  @Test
  void shouldSayOfEveryKindOfNoticeWhatIsUsual() {
    assertThat(after("notice.usual.")).isNotEmpty().isEqualTo(after("notice.kind."));
  }

  @Test
  void shouldFillParameters() {
    assertThat(new Texts().getTranslation("error.failure.text", Locale.ENGLISH, "4711"))
        .contains("reference 4711");
  }

  private Set<String> after(String prefix) {
    return texts.keySet().stream()
        .filter(key -> key.startsWith(prefix))
        .map(key -> key.substring(prefix.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> found(Pattern pattern) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .flatMap(file -> pattern.matcher(read(file)).results())
          .map((MatchResult match) -> match.group(1))
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
