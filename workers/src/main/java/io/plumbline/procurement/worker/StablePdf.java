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
  private static final Pattern SUBSET = Pattern.compile("/[A-Z]{6}\\+DejaVu");

  private StablePdf() {}

  static byte[] of(byte[] pdf) {
    var text = new String(pdf, StandardCharsets.ISO_8859_1);
    text = SUBSET.matcher(text).replaceAll("/PLUMBL+DejaVu");
    text = FILE_ID.matcher(text).replaceAll(StablePdf::zeros);
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String zeros(MatchResult id) {
    return Matcher.quoteReplacement(id.group().replaceAll("[0-9a-f](?=[0-9a-f]*>)", "0"));
  }
}
