package io.plumbline.messaging.worker;

import java.util.ArrayList;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeTraversor;

/** What a person wrote in a mail: without mark-up, quotes and signature. */
final class MailText {
  private static final Pattern QUOTE =
      Pattern.compile(
          "(?i)^(-+\\s*(original|forwarded) message\\s*-+|on .{5,200} wrote:|am .{5,200} schrieb.*:|_{10,})\\s*$");

  private MailText() {}

  static String ofPlain(String text) {
    var kept = new ArrayList<String>();
    for (var line : text.replace("\r", "").split("\n", -1)) {
      if (line.equals("-- ") || line.equals("--") || QUOTE.matcher(line.strip()).matches()) {
        break;
      }
      if (!line.startsWith(">")) {
        kept.add(line);
      }
    }
    return String.join("\n", kept).replaceAll("\\n{3,}", "\n\n").strip();
  }

  static String ofHtml(String html) {
    var document = Jsoup.parse(html);
    document.select("script, style, head, blockquote, .gmail_quote, [hidden]").remove();
    var text = new StringBuilder();
    NodeTraversor.traverse(
        (node, depth) -> {
          if (node instanceof org.jsoup.nodes.TextNode words) {
            text.append(words.text());
          } else if (node instanceof Element element
              && (element.isBlock() || element.nameIs("br"))
              && !text.isEmpty()
              && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
          }
        },
        document.body());
    return ofPlain(text.toString());
  }
}
