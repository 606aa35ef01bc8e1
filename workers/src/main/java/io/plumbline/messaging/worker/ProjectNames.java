package io.plumbline.messaging.worker;

import io.plumbline.messaging.Analyst.Found;
import io.plumbline.project.ProjectRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/**
 * Finds which of the sender's projects is meant. Letters and digits that tell projects apart (Tower
 * B, Villa 7) must be there exactly; longer words forgive a typo.
 */
final class ProjectNames {
  private static final double EXACT = 0.97;
  private static final double TYPO = 0.85;
  private static final double PART = 0.8;
  private static final double ONLY_ONE = 0.8;
  private static final double AMBIGUOUS = 0.4;
  private static final double ALIKE = 0.9;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  /** Words too common in project names and in orders to mean a project alone. */
  private static final Set<String> COMMON =
      Set.of(
          "the",
          "project",
          "site",
          "building",
          "block",
          "phase",
          "new",
          "north",
          "south",
          "east",
          "west",
          "main",
          "and",
          "of");

  private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();
  private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

  private final List<ProjectRow> projects;

  ProjectNames(List<ProjectRow> projects) {
    this.projects = projects;
  }

  @Nullable Found<ProjectRow> find(Reading reading) {
    var tokens = tokens(reading.rest());
    var best =
        projects.stream()
            .flatMap(project -> match(project, tokens).stream())
            .sorted(Comparator.comparingDouble(Match::score).reversed())
            .toList();
    if (!best.isEmpty()) {
      return taken(reading, best);
    }
    return projects.size() == 1 && !namesAnother(reading)
        ? new Found<>(projects.getFirst(), ONLY_ONE, "")
        : null;
  }

  private Found<ProjectRow> taken(Reading reading, List<Match> best) {
    var first = best.getFirst();
    var tie = best.size() > 1 && best.get(1).score() >= first.score();
    var evidence = reading.take(first.from(), first.to());
    return new Found<>(first.project(), tie ? AMBIGUOUS : first.score(), evidence);
  }

  /** "for Villa 8" while the only project is Villa 7: not that one. */
  private boolean namesAnother(Reading reading) {
    var words = tokens(projects.getFirst().name());
    return tokens(reading.rest()).stream()
        .anyMatch(
            token -> words.stream().anyMatch(word -> longWord(word.text()) && alike(word, token)));
  }

  private Optional<Match> match(ProjectRow project, List<Token> text) {
    return byCode(project, text).or(() -> byName(project, text)).or(() -> byPart(project, text));
  }

  private static Optional<Match> byCode(ProjectRow project, List<Token> text) {
    var code = joined(tokens(project.code()));
    var name = joined(tokens(project.name()));
    for (var size = 1; size <= 3; size++) {
      for (var at = 0; at + size <= text.size(); at++) {
        var window = text.subList(at, at + size);
        var together = joined(window);
        if (together.equals(code) || together.equals(name)) {
          return Optional.of(Match.of(project, EXACT, window));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Match> byName(ProjectRow project, List<Token> text) {
    var name = tokens(project.name());
    for (var at = 0; at + name.size() <= text.size(); at++) {
      var window = text.subList(at, at + name.size());
      if (everyWordIn(name, window)) {
        return Optional.of(Match.of(project, TYPO, window));
      }
    }
    return Optional.empty();
  }

  private static boolean everyWordIn(List<Token> name, List<Token> window) {
    var left = new ArrayList<>(window);
    return name.stream()
        .allMatch(
            word -> {
              var found = left.stream().filter(token -> alike(word, token)).findFirst();
              found.ifPresent(left::remove);
              return found.isPresent();
            });
  }

  /** "the tower", unless another letter or number follows: "tower c" is not Tower B. */
  private Optional<Match> byPart(ProjectRow project, List<Token> text) {
    var telling =
        tokens(project.name()).stream()
            .filter(word -> longWord(word.text()) && !COMMON.contains(word.text()))
            .toList();
    for (var at = 0; at < text.size(); at++) {
      var token = text.get(at);
      var next = at + 1 < text.size() ? text.get(at + 1).text() : "";
      if (telling.stream().anyMatch(word -> alike(word, token)) && !tellsApart(next)) {
        return Optional.of(Match.of(project, PART, List.of(token)));
      }
    }
    return Optional.empty();
  }

  private static boolean tellsApart(String next) {
    return next.matches("\\p{L}|\\d{1,3}") && !next.equals("a");
  }

  private static boolean alike(Token word, Token token) {
    if (word.text().equals(token.text())) {
      return true;
    }
    if (!longWord(word.text()) || !longWord(token.text())) {
      return false;
    }
    return DISTANCE.apply(word.text(), token.text()) <= 1
        || SIMILARITY.apply(word.text(), token.text()) >= ALIKE
            && Math.abs(word.text().length() - token.text().length()) <= 2;
  }

  private static boolean longWord(String word) {
    return word.length() >= 4 && word.chars().noneMatch(Character::isDigit);
  }

  private static List<Token> tokens(String text) {
    return WORD.matcher(text)
        .results()
        .map(m -> new Token(m.group().toLowerCase(Locale.ROOT), m.start(), m.end()))
        .toList();
  }

  private static String joined(List<Token> tokens) {
    return String.join("", Arrays.asList(tokens.stream().map(Token::text).toArray(String[]::new)));
  }

  private record Token(String text, int from, int to) {}

  private record Match(ProjectRow project, double score, int from, int to) {
    static Match of(ProjectRow project, double score, List<Token> window) {
      return new Match(project, score, window.getFirst().from(), window.getLast().to());
    }
  }
}
