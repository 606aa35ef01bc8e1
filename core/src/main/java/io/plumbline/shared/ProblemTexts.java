package io.plumbline.shared;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** Sentences for problems, from {@code io/plumbline/problems*.properties}. */
public final class ProblemTexts {
  private static final String BUNDLE = "io.plumbline.problems";

  private ProblemTexts() {}

  public static String sentence(Problem problem, Locale locale) {
    var bundle = ResourceBundle.getBundle(BUNDLE, locale);
    if (!bundle.containsKey(problem.code())) {
      throw new IllegalStateException("No sentence for problem code " + problem.code());
    }
    return new MessageFormat(bundle.getString(problem.code()), locale)
        .format(problem.args().toArray());
  }

  static String english(List<Problem> problems) {
    return problems.stream()
        .map(problem -> sentence(problem, Locale.ENGLISH))
        .collect(Collectors.joining(" "));
  }
}
