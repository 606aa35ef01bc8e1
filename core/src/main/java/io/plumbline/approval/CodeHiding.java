package io.plumbline.approval;

import io.plumbline.messaging.HiddenText;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Codes and links that decide, as {@link OfferWords} writes them, for their receiver alone. */
@Component
class CodeHiding implements HiddenText {
  private static final Pattern ANSWER =
      Pattern.compile(
          Arrays.stream(Word.values())
              .map(Word::name)
              .collect(
                  Collectors.joining(
                      "|", "\\b(", ") (?:[0-9]{4}\\b|" + CodeText.CODE_PLACE + ")")));

  @Override
  public String hide(String body) {
    return LinkText.hidden(ANSWER.matcher(body).replaceAll("$1 ••••"));
  }
}
