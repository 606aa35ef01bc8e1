package io.plumbline.approval.api;

import io.plumbline.approval.AnswerableKind.Choice;
import io.plumbline.approval.DecisionLinks.Asked;
import io.plumbline.shared.Money;
import io.plumbline.shared.Sha256;
import java.nio.charset.StandardCharsets;
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
      :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif;
        --page: #f4f5f8; --card: #fff; --text: #101318; --muted: #565e6e; --line: #c9ced8;
        --accent: #2856e0; --on-accent: #fff; --bad: #b3261e }
      @media (prefers-color-scheme: dark) {
        :root { --page: #101318; --card: #191c23; --text: #f2f4f8; --muted: #a8b0bf; --line: #434a57;
          --accent: #84a0ff; --on-accent: #0b1020; --bad: #ff8a80 }
      }
      body { margin: 0; background: var(--page); color: var(--text) }
      main { max-width: 34rem; margin: 2rem auto; padding: 1.25rem 1.5rem; box-sizing: border-box;
        background: var(--card); border: 1px solid var(--line); border-radius: 1rem; overflow-wrap: anywhere }
      h1 { font-size: 1.25rem; line-height: 1.3; margin: 0 0 1rem }
      a { color: var(--accent) }
      label, textarea { display: block; width: 100%; box-sizing: border-box; font: inherit }
      textarea { margin-block: .25rem 1rem; padding: .5rem; color: inherit; background: var(--page);
        border: 1px solid var(--muted); border-radius: .5rem }
      .choices { display: flex; flex-wrap: wrap; gap: .6rem }
      button { flex: 1 1 auto; font: inherit; font-weight: 600; padding: .7rem 1.2rem; border-radius: .6rem; cursor: pointer;
        color: inherit; background: var(--card); border: 1px solid var(--muted) }
      button:first-child { flex-basis: 100%; color: var(--on-accent); background: var(--accent); border-color: var(--accent) }
      :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
      .note { color: var(--muted) }
      .problem { border-inline-start: .25rem solid var(--bad); padding-inline-start: .75rem }
      @media (max-width: 36rem) { main { margin: 0; min-height: 100vh; border: 0; border-radius: 0 } }
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
        <div class="choices">
        %s
        </div>
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
                    .map(choice -> button(choice, asked.question().amount()))
                    .collect(Collectors.joining("\n"))));
  }

  static String done(String sentence) {
    return page(text("done"), "<p role=\"status\">%s</p>".formatted(safe(sentence)) + inbox());
  }

  static String refused(String sentence) {
    return page(text("refused"), problem(sentence) + inbox());
  }

  /** Nobody can say whether the answer was taken; looking again can. */
  static String interrupted() {
    return page(text("interrupted"), problem(text("interrupted.why")) + inbox());
  }

  static String unknown() {
    return page(text("unknown"), "<p>%s</p>".formatted(safe(text("unknown.why"))) + inbox());
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

  /** What needs no reason says about how much it decides. */
  private static String button(Choice choice, Money amount) {
    var label = choice.reasoned() ? choice.label() : choice.label() + " " + amount.text();
    return "<button name=\"outcome\" value=\"%s\">%s</button>"
        .formatted(safe(choice.outcome()), safe(label));
  }

  private static String inbox() {
    return "<p><a href=\"/inbox\">%s</a></p>".formatted(safe(text("inbox")));
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
    return Base64.getEncoder().encodeToString(Sha256.of(text));
  }
}
