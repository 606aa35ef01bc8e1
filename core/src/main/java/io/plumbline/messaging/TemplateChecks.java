package io.plumbline.messaging;

import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The rules for what an administrator enters about a template. */
final class TemplateChecks {
  private static final int LONGEST_BODY = 1_024; // WhatsApp's limit
  private static final int MOST_VARIABLES = 20;
  private static final Pattern KIND = Pattern.compile("[a-z][A-Za-z0-9._-]{0,63}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Z]{2})?");
  private static final String UNDETERMINED = "und";
  private static final Pattern SID = Pattern.compile("HX[0-9a-f]{32}");
  private static final Pattern VARIABLE = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");

  private final List<Problem> problems = new ArrayList<>();

  private TemplateChecks() {}

  /**
   * The same in normal form.
   *
   * @throws InvalidInput with every broken rule at its field
   */
  static NewMessageTemplate normal(NewMessageTemplate typed) {
    var normal =
        new NewMessageTemplate(
            typed.kind().strip(),
            language(typed.language()),
            sid(typed.contentSid()),
            typed.body().strip(),
            typed.variables().stream().map(String::strip).toList(),
            typed.active());
    var checks = new TemplateChecks();
    checks.run(normal);
    if (!checks.problems.isEmpty()) {
      throw new InvalidInput(checks.problems);
    }
    return normal;
  }

  private void run(NewMessageTemplate template) {
    if (template.kind().isEmpty()) {
      problems.add(Problem.of("kind", "template.kind.missing"));
    } else {
      require(KIND.matcher(template.kind()).matches(), "kind", "template.kind", template.kind());
    }
    require(LANGUAGE.matcher(template.language()).matches(), "language", "template.language");
    require(SID.matcher(template.contentSid()).matches(), "contentSid", "template.sid");
    body(template.body());
    variables(template);
  }

  private void body(String body) {
    require(!body.isEmpty(), "body", "template.body.missing");
    require(body.length() <= LONGEST_BODY, "body", "template.body.tooLong", LONGEST_BODY);
  }

  private void variables(NewMessageTemplate template) {
    var names = template.variables();
    names.forEach(
        name ->
            require(VARIABLE.matcher(name).matches(), "variables", "template.variable.name", name));
    require(new HashSet<>(names).size() == names.size(), "variables", "template.variable.twice");
    require(
        names.size() <= MOST_VARIABLES, "variables", "template.variable.tooMany", MOST_VARIABLES);
    var placeholders =
        MessageTemplate.PLACEHOLDER
            .matcher(template.body())
            .results()
            .map(found -> Integer.valueOf(found.group(1)))
            .collect(Collectors.toSet());
    var texts = names.stream().takeWhile(name -> !MessageTemplate.isButton(name)).count();
    require(
        names.stream().skip(texts).allMatch(MessageTemplate::isButton),
        "variables",
        "template.variable.buttonsLast");
    var wanted = IntStream.rangeClosed(1, (int) texts).boxed().collect(Collectors.toSet());
    require(
        placeholders.equals(wanted), "variables", "template.variable.count", placeholders.size());
  }

  private void require(boolean holds, String field, String code, Object... args) {
    if (!holds) {
      problems.add(Problem.of(field, code, args));
    }
  }

  /** Empty when it is none: what cannot be read comes back as the undetermined language. */
  private static String language(String typed) {
    var tag = Locale.forLanguageTag(typed.strip().replace('_', '-')).toLanguageTag();
    return tag.equals(UNDETERMINED) ? "" : tag;
  }

  private static String sid(String typed) {
    var sid = typed.strip();
    return sid.length() > 2 ? sid.substring(0, 2) + sid.substring(2).toLowerCase(Locale.ROOT) : sid;
  }
}
