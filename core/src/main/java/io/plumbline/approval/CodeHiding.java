package io.plumbline.approval;

import io.plumbline.messaging.HiddenText;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Codes that decide, as {@link OfferWords} writes them, for the phone they were sent to alone. */
@Component
class CodeHiding implements HiddenText {
  private static final Pattern ANSWER =
      Pattern.compile(
          Arrays.stream(Word.values())
              .map(Word::name)
              .collect(Collectors.joining("|", "\\b(", ") [0-9]{4}\\b")));

  @Override
  public String hide(String body) {
    return ANSWER.matcher(body).replaceAll("$1 ••••");
  }
}
