package io.plumbline.messaging.worker;

import jakarta.mail.internet.HeaderTokenizer;
import jakarta.mail.internet.HeaderTokenizer.Token;
import jakarta.mail.internet.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What an Authentication-Results header says (RFC 8601). Comments say nothing, and what is quoted
 * is a value: both may repeat what the writer of the mail made up.
 */
final class AuthenticationResults {
  private final List<List<Token>> sections;

  private AuthenticationResults(List<List<Token>> sections) {
    this.sections = sections;
  }

  /**
   * Reads a header.
   *
   * @throws ParseException when a quote or comment does not end
   */
  static AuthenticationResults read(String header) throws ParseException {
    var sections = new ArrayList<List<Token>>(List.of(new ArrayList<>()));
    var tokens = new HeaderTokenizer(header, HeaderTokenizer.MIME, true);
    for (var token = tokens.next(); token.getType() != Token.EOF; token = tokens.next()) {
      if (token.getType() == ';') {
        sections.add(new ArrayList<>());
      } else {
        sections.getLast().add(token);
      }
    }
    return new AuthenticationResults(sections);
  }

  /** The name of the server that wrote it, in small letters; empty when it has none. */
  String server() {
    return sections.getFirst().stream().findFirst().flatMap(AuthenticationResults::word).orElse("");
  }

  /**
   * What came of a method, in small letters.
   *
   * @return empty unless it stands there just once
   */
  Optional<Result> only(String method) {
    var found =
        sections.stream()
            .skip(1)
            .filter(section -> startsWith(section, method))
            .map(Result::new)
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static boolean startsWith(List<Token> section, String method) {
    return !section.isEmpty() && isName(section.getFirst(), method);
  }

  private static boolean isName(Token token, String name) {
    return token.getType() == Token.ATOM && name.equalsIgnoreCase(token.getValue());
  }

  private static Optional<String> word(Token token) {
    return token.getType() == Token.ATOM || token.getType() == Token.QUOTEDSTRING
        ? Optional.of(token.getValue().toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  /** What came of one method. */
  static final class Result {
    private final List<Token> tokens;

    private Result(List<Token> tokens) {
      this.tokens = tokens;
    }

    /** Such as pass or fail; the method's version may stand before it. */
    Optional<String> value() {
      var at = tokens.size() > 1 && tokens.get(1).getType() == '/' ? 2 : 0;
      return valueAt(at);
    }

    /** Of something like header.from; empty unless it stands there just once, as one word. */
    Optional<String> property(String name) {
      var found =
          IntStream.range(1, tokens.size())
              .filter(at -> isName(tokens.get(at), name) && is(at + 1, '='))
              .toArray();
      return found.length == 1 ? valueAt(found[0]) : Optional.empty();
    }

    private Optional<String> valueAt(int name) {
      var value = name + 2;
      return is(name + 1, '=')
              && value < tokens.size()
              && (value + 1 == tokens.size() || word(tokens.get(value + 1)).isPresent())
          ? word(tokens.get(value))
          : Optional.empty();
    }

    private boolean is(int at, int type) {
      return at < tokens.size() && tokens.get(at).getType() == type;
    }
  }
}
