package io.plumbline.document.worker;

import io.plumbline.document.FilePicture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A page of a PDF as a picture: no script, no link, no form comes along. */
final class PdfPage {
  private static final int MOST_PIXELS_OF_IMAGES = 60_000_000;
  private static final float LARGEST_SCALE = 2;

  private PdfPage() {}

  static Optional<FilePicture> draw(Path file, int page) throws IOException {
    try (var document =
        Loader.loadPDF(file.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
      return page < document.getNumberOfPages() && isModest(document, page)
          ? Optional.of(draw(document, page))
          : Optional.empty();
    }
  }

  private static FilePicture draw(PDDocument document, int page) throws IOException {
    var box = document.getPage(page).getCropBox();
    var side = Math.max(1, Math.max(box.getWidth(), box.getHeight()));
    var renderer = new PDFRenderer(document);
    renderer.setSubsamplingAllowed(true);
    var scale = Math.min(LARGEST_SCALE, SmallPicture.LONGEST_SIDE / side);
    return SmallPicture.encoded(
        renderer.renderImage(page, scale, ImageType.RGB), document.getNumberOfPages());
  }

  /** Images unpack in memory, so their size counts before one is looked at. */
  private static boolean isModest(PDDocument document, int page) throws IOException {
    return new PdfImages().pixels(document.getPage(page).getResources()) <= MOST_PIXELS_OF_IMAGES;
  }
}
