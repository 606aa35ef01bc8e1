package io.plumbline.document.worker;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.pattern.PDTilingPattern;
import org.jspecify.annotations.Nullable;

/**
 * Counts the pixels of all images a page can draw, those in forms, patterns and drawn fonts too,
 * without unpacking one. Each dictionary is looked at once, however often and in whatever circle
 * the file refers to it.
 */
final class PdfImages {
  private final Set<COSBase> seen = new HashSet<>();

  long pixels(@Nullable PDResources resources) throws IOException {
    if (resources == null || !seen.add(resources.getCOSObject())) {
      return 0;
    }
    var sum = 0L;
    for (var name : resources.getXObjectNames()) {
      sum +=
          switch (resources.getXObject(name)) {
            case PDImageXObject image -> pixels(image) + pixels(image.getSoftMask());
            case PDFormXObject form -> pixels(form.getResources());
            case null, default -> 0;
          };
    }
    return sum + ofPatterns(resources) + ofDrawnFonts(resources);
  }

  private static long pixels(@Nullable PDImageXObject image) {
    return image == null ? 0 : (long) image.getWidth() * image.getHeight();
  }

  private long ofPatterns(PDResources resources) throws IOException {
    var sum = 0L;
    for (var name : resources.getPatternNames()) {
      if (resources.getPattern(name) instanceof PDTilingPattern tiles) {
        sum += pixels(tiles.getResources());
      }
    }
    return sum;
  }

  private long ofDrawnFonts(PDResources resources) throws IOException {
    var sum = 0L;
    for (var name : resources.getFontNames()) {
      if (resources.getFont(name) instanceof PDType3Font drawn) {
        sum += pixels(drawn.getResources());
      }
    }
    return sum;
  }
}
