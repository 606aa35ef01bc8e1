package io.plumbline.exporter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The little JSON the exporter must understand: a scalar, or an array of strings. */
final class JsonText {
  private final String json;
  private int at;

  private JsonText(String json) {
    this.json = json;
  }

  /**
   * The text of a string, the literal of a number or boolean; null for null, an object or an array.
   */
  static @Nullable String scalar(@Nullable String json) {
    if (json == null || json.isBlank() || json.equals("null")) {
      return null;
    }
    return switch (json.charAt(0)) {
      case '"' -> new JsonText(json).string();
      case '{', '[' -> null;
      default -> json;
    };
  }

  /** Fails unless the text is an array of strings; nothing at all is an empty one. */
  static List<String> strings(@Nullable String json) {
    return json == null || json.isBlank() ? List.of() : new JsonText(json).array();
  }

  private List<String> array() {
    var strings = new ArrayList<String>();
    expect('[');
    if (peek() == ']') {
      return strings;
    }
    strings.add(string());
    while (peek() == ',') {
      expect(',');
      strings.add(string());
    }
    expect(']');
    return strings;
  }

  private String string() {
    expect('"');
    var text = new StringBuilder();
    while (next() != '"') {
      text.append(json.charAt(at) == '\\' ? escape() : json.charAt(at));
      at++;
    }
    at++;
    return text.toString();
  }

  private char escape() {
    at++;
    return switch (next()) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> unicode();
      default -> json.charAt(at);
    };
  }

  private char unicode() {
    at += 4;
    next();
    return (char) Integer.parseInt(json, at - 3, at + 1, 16);
  }

  private void expect(char wanted) {
    if (peek() != wanted) {
      throw new IllegalArgumentException("Expected %s at %d of %s".formatted(wanted, at, json));
    }
    at++;
  }

  private char peek() {
    while (next() == ' ') {
      at++;
    }
    return next();
  }

  private char next() {
    if (at >= json.length()) {
      throw new IllegalArgumentException("Unfinished JSON " + json);
    }
    return json.charAt(at);
  }
}
