package io.plumbline.procurement.worker;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Bidi;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfWriter;

/**
 * Embedded DejaVu fonts: Latin, Greek, Cyrillic, Hebrew and Arabic. What they cannot draw (emoji)
 * becomes an empty box instead of an error. Parsing takes longer than drawing an order: one
 * instance serves all orders, also at the same time, for what an order uses of a font is kept with
 * its writer.
 */
final class PdfFonts {
  static final Color INK = new Color(0x16191D);
  static final Color MUTED = new Color(0x667085);
  static final Color ACCENT = new Color(0x2F5BEA);

  private static final String FOLDER = "net/sf/jasperreports/fonts/dejavu/";
  private static final int BOX = 0x25A1;

  private final BaseFont regular = load("DejaVuSans.ttf");
  private final BaseFont bold = load("DejaVuSans-Bold.ttf");

  Phrase text(String text, float size) {
    return phrase(text, regular, size, INK);
  }

  Phrase muted(String text, float size) {
    return phrase(text, regular, size, MUTED);
  }

  Phrase strong(String text, float size) {
    return phrase(text, bold, size, INK);
  }

  Phrase accent(String text, float size) {
    return phrase(text, bold, size, ACCENT);
  }

  BaseFont plain() {
    return regular;
  }

  /** Arabic and Hebrew run from the right. */
  static int direction(String text) {
    return new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight()
        ? PdfWriter.RUN_DIRECTION_LTR
        : PdfWriter.RUN_DIRECTION_RTL;
  }

  private static Phrase phrase(String text, BaseFont font, float size, Color color) {
    return new Phrase(size * 1.35f, drawable(text, font), new Font(font, size, Font.NORMAL, color));
  }

  static String drawable(String text, BaseFont font) {
    var result = new StringBuilder();
    text.codePoints()
        .filter(c -> !invisible(c))
        .map(c -> c == '\n' || (c <= 0xFFFF && font.charExists(c)) ? c : BOX)
        .forEach(result::appendCodePoint);
    return result.toString();
  }

  private static boolean invisible(int c) {
    return c != '\n'
        && (Character.isISOControl(c)
            || Character.getType(c) == Character.FORMAT
            || Character.getType(c) == Character.NON_SPACING_MARK && c >= 0xFE00 && c <= 0xFE0F);
  }

  private static BaseFont load(String file) {
    try (var in = PdfFonts.class.getClassLoader().getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("Font " + file + " is not on the class path");
      }
      var bytes = in.readAllBytes();
      return BaseFont.createFont(
          file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.NOT_CACHED, bytes, null);
    } catch (IOException e) {
      throw new UncheckedIOException("Font " + file + " cannot be read", e);
    }
  }
}
