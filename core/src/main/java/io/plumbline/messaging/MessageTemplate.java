package io.plumbline.messaging;

import io.plumbline.shared.InvalidInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text the provider approved, for WhatsApp outside the 24 hours.
 *
 * @param kind what it is for: the kind of a notice such as {@code task.waiting}, or a word of the
 *     firm's own
 * @param language BCP 47, as {@code en} or {@code ar-SA}
 * @param contentSid the provider's id of the template: HX and 32 hexadecimal digits
 * @param body the approved text, with placeholders {{1}}, {{2}}, ...
 * @param variables what stands for each placeholder, in their order; those named {@code
 *     buttonApprove} come last and are what the template's quick replies carry
 * @param active whether it is used
 * @param version of the row, to notice that someone else saved first
 */
public record MessageTemplate(
    UUID id,
    String kind,
    String language,
    String contentSid,
    String body,
    List<String> variables,
    boolean active,
    long version) {
  static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\d{1,2})}}");

  /** What the names of variables begin with that no placeholder of the text stands for. */
  public static final String BUTTON = "button";

  public MessageTemplate {
    variables = List.copyOf(variables);
  }

  public static boolean isButton(String variable) {
    return variable.length() > BUTTON.length() && variable.startsWith(BUTTON);
  }

  public boolean hasButtons() {
    return variables.stream().anyMatch(MessageTemplate::isButton);
  }

  public Locale locale() {
    return Locale.forLanguageTag(language);
  }

  /**
   * Puts values into the placeholders. Line breaks become spaces: the provider refuses them there.
   *
   * @param values by name of the variable; those the template does not name are ignored
   * @throws InvalidInput when a value is missing or empty: the provider refuses that too
   */
  public Filled fill(Map<String, String> values) {
    var byNumber = new LinkedHashMap<String, String>();
    for (var i = 0; i < variables.size(); i++) {
      var name = variables.get(i);
      var value = values.getOrDefault(name, "").strip().replaceAll("\\s+", " ");
      if (value.isEmpty()) {
        throw new InvalidInput("template.valueMissing", name);
      }
      byNumber.put(Integer.toString(i + 1), value);
    }
    return new Filled(contentSid, byNumber, textWith(byNumber));
  }

  /** The text with these values; a placeholder without one stays. */
  public String textWith(Map<String, String> byNumber) {
    return text(body, byNumber);
  }

  /** A body with these values; a placeholder without one stays. */
  public static String text(String body, Map<String, String> byNumber) {
    return PLACEHOLDER
        .matcher(body)
        .replaceAll(
            found -> {
              var value = byNumber.get(Integer.toString(Integer.parseInt(found.group(1))));
              return Matcher.quoteReplacement(value == null ? found.group() : value);
            });
  }

  /**
   * A template with its values.
   *
   * @param variables by number of the placeholder: "1", "2"
   * @param text as the person will read it
   */
  public record Filled(String contentSid, Map<String, String> variables, String text) {
    public Filled {
      variables = Map.copyOf(variables);
    }
  }
}
