package io.plumbline.approval.api;

import io.plumbline.approval.AnswerableKind.Choice;
import io.plumbline.approval.DecisionLinks.Asked;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.MessageFormat;
import java.util.Base64;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;

/** A page without a script, readable by every mail program's browser. */
final class DecisionPage {
  static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  private static final ResourceBundle TEXTS =
      ResourceBundle.getBundle("io.plumbline.approval.page", Locale.ENGLISH);
  private static final String STYLE =
      """
      :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
      main { max-width: 34rem; margin-inline: auto; padding: 1.5rem 1rem }
      h1 { font-size: 1.25rem }
      label, textarea { display: block; width: 100%; box-sizing: border-box; font: inherit }
      textarea { margin-block: .25rem 1rem; padding: .5rem }
      button { font: inherit; padding: .6rem 1.2rem; margin: 0 .5rem .5rem 0; border-radius: .5rem; cursor: pointer }
      .note { opacity: .75 }
      .problem { border-inline-start: .25rem solid #c0392b; padding-inline-start: .75rem }
      """;

  /** Nothing is loaded, run or framed; the one style is named by its hash. */
  static final String CONTENT_POLICY =
      "default-src 'none'; style-src 'sha256-%s'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
          .formatted(sha256(STYLE));

  private DecisionPage() {}

  static String form(Asked asked, String token, String reason, String problem) {
    return page(
        asked.question().subject(),
        """
        <p>%s</p>
        <p class="note">%s</p>
        %s
        <form method="post" action="/decide">
        <input type="hidden" name="token" value="%s">
        <label for="reason">%s</label>
        <textarea id="reason" name="reason" rows="3" maxlength="1000" dir="auto">%s</textarea>
        %s
        </form>
        """
            .formatted(
                safe(asked.question().text()),
                safe(text("for", asked.person(), asked.firm())),
                problem.isEmpty() ? "" : problem(problem),
                safe(token),
                safe(text("reason")),
                safe(reason),
                asked.choices().stream()
                    .map(DecisionPage::button)
                    .collect(Collectors.joining("\n"))));
  }

  static String done(String sentence) {
    return page(text("done"), "<p role=\"status\">%s</p>".formatted(safe(sentence)));
  }

  static String refused(String sentence) {
    return page(text("refused"), problem(sentence));
  }

  static String unknown() {
    return page(text("unknown"), "<p>%s</p>".formatted(safe(text("unknown.why"))));
  }

  private static String page(String title, String body) {
    return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%1$s</title>
        <style>%2$s</style>
        </head>
        <body><main>
        <h1>%1$s</h1>
        %3$s
        </main></body>
        </html>
        """
        .formatted(safe(title), STYLE, body);
  }

  private static String button(Choice choice) {
    return "<button name=\"outcome\" value=\"%s\">%s</button>"
        .formatted(safe(choice.outcome()), safe(choice.label()));
  }

  private static String problem(String sentence) {
    return "<p class=\"problem\" role=\"alert\">%s</p>".formatted(safe(sentence));
  }

  private static String safe(String text) {
    return HtmlUtils.htmlEscape(text);
  }

  private static String text(String key, Object... args) {
    return new MessageFormat(TEXTS.getString(key), Locale.ENGLISH).format(args);
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
