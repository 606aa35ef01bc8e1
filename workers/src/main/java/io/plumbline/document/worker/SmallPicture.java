package io.plumbline.document.worker;

import io.plumbline.document.FilePicture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** A picture drawn anew in at most screen size: whatever else the file carries stays behind. */
final class SmallPicture {
  static final int LONGEST_SIDE = 1_600;
  static final long MOST_PIXELS = 100_000_000;

  private SmallPicture() {}

  static Optional<FilePicture> draw(Path file) throws IOException {
    try (var input = ImageIO.createImageInputStream(file.toFile())) {
      var readers = ImageIO.getImageReaders(input);
      if (!readers.hasNext()) {
        return Optional.empty();
      }
      var reader = readers.next();
      try {
        reader.setInput(input);
        var turns = Upright.turns(file);
        return read(reader).map(picture -> encoded(Upright.turned(picture, turns), 1));
      } finally {
        reader.dispose();
      }
    }
  }

  /** Looks at the size first, then reads every n-th pixel only. */
  private static Optional<BufferedImage> read(ImageReader reader) throws IOException {
    var width = reader.getWidth(0);
    var height = reader.getHeight(0);
    if ((long) width * height > MOST_PIXELS) {
      return Optional.empty();
    }
    var every = Math.max(1, Math.ceilDiv(Math.max(width, height), LONGEST_SIDE));
    var how = reader.getDefaultReadParam();
    how.setSourceSubsampling(every, every, 0, 0);
    return Optional.of(reader.read(0, how));
  }

  static FilePicture encoded(BufferedImage picture, int pages) {
    var png = picture.getColorModel().hasAlpha();
    var out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(png ? picture : opaque(picture), png ? "png" : "jpg", out)) {
        throw new IllegalStateException("No encoder for " + picture);
      }
    } catch (IOException impossible) {
      throw new IllegalStateException("Writing to memory failed", impossible);
    }
    return new FilePicture(out.toByteArray(), png ? "image/png" : "image/jpeg", pages);
  }

  /** The form that every JPEG encoder takes. */
  private static BufferedImage opaque(BufferedImage picture) {
    var plain =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    var pen = plain.createGraphics();
    pen.drawImage(picture, 0, 0, null);
    pen.dispose();
    return plain;
  }
}
