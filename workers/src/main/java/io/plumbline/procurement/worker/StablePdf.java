package io.plumbline.procurement.worker;

import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the random parts out of a PDF: the file's id and the prefixes of font subsets. Lengths stay
 * the same, so that the table of offsets stays true.
 */
final class StablePdf {
  private static final Pattern FILE_ID = Pattern.compile("/ID ?\\[<([0-9a-f]+)><([0-9a-f]+)>]");
  private static final String FAMILY = "+DejaVu";
  private static final Pattern SUBSET = Pattern.compile("/[A-Z]{6}");
  private static final String STABLE_SUBSET = "/PLUMBL";

  private StablePdf() {}

  static byte[] of(byte[] pdf) {
    var text = new StringBuilder(new String(pdf, StandardCharsets.ISO_8859_1));
    nameSubsets(text);
    var trailer = Math.max(0, text.lastIndexOf("/ID"));
    var id = FILE_ID.matcher(text.substring(trailer)).replaceAll(StablePdf::zeros);
    text.replace(trailer, text.length(), id);
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Looks for the fixed part of the name first: most of the file is not text. */
  private static void nameSubsets(StringBuilder text) {
    for (var at = text.indexOf(FAMILY); at >= 0; at = text.indexOf(FAMILY, at + 1)) {
      var prefix = at - STABLE_SUBSET.length();
      if (prefix >= 0 && SUBSET.matcher(text.substring(prefix, at)).matches()) {
        text.replace(prefix, at, STABLE_SUBSET);
      }
    }
  }

  private static String zeros(MatchResult id) {
    return Matcher.quoteReplacement(id.group().replaceAll("[0-9a-f](?=[0-9a-f]*>)", "0"));
  }
}
