package io.plumbline.document.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.document.FilePicture;
import io.plumbline.document.FileType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawnPicturesTest {
  private final DrawnPictures pictures = new DrawnPictures();
  private final Path folder;

  DrawnPicturesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void stop() {
    pictures.destroy();
  }

  @Test
  void shouldDrawALargePictureSmaller() throws IOException {
    var file = folder.resolve("large.png");
    ImageIO.write(
        new BufferedImage(4_000, 1_000, BufferedImage.TYPE_INT_RGB), "png", file.toFile());

    var drawn = decoded(pictures.draw(FileType.PNG, file, 0));

    assertThat(drawn.getWidth()).isEqualTo(1_334);
    assertThat(drawn.getHeight()).isEqualTo(334);
  }

  @Test
  void shouldKeepTransparency() throws IOException {
    var file = folder.resolve("clear.png");
    ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_ARGB), "png", file.toFile());

    var drawn = pictures.draw(FileType.PNG, file, 0);

    assertThat(drawn).map(FilePicture::contentType).contains("image/png");
    assertThat(decoded(drawn).getColorModel().hasAlpha()).isTrue();
  }

  @Test
  void shouldNotUnpackAPictureThatSaysItIsEnormous() throws IOException {
    var file = folder.resolve("bomb.png");
    Files.write(file, enormous());

    assertThat(pictures.draw(FileType.PNG, file, 0)).isEmpty();
  }

  @Test
  void shouldDrawEachPageOfAPdf() throws IOException {
    var file = pdf(PDRectangle.A4, 3);

    var drawn = pictures.draw(FileType.PDF, file, 2);

    assertThat(drawn).map(FilePicture::pages).contains(3);
    assertThat(decoded(drawn).getHeight()).isEqualTo(1_600);
    assertThat(pictures.draw(FileType.PDF, file, 3)).isEmpty();
  }

  @Test
  void shouldDrawAHugePageInScreenSize() throws IOException {
    var drawn = pictures.draw(FileType.PDF, pdf(new PDRectangle(14_000, 14_000), 1), 0);

    assertThat(decoded(drawn).getWidth()).isEqualTo(1_600);
  }

  @Test
  void shouldShowNothingOfBrokenAndLockedFiles() throws IOException {
    var broken = folder.resolve("broken.pdf");
    Files.write(broken, "%PDF-1.7 and no more".getBytes(StandardCharsets.UTF_8));
    assertThat(pictures.draw(FileType.PDF, broken, 0)).isEmpty();
    assertThat(pictures.draw(FileType.PNG, broken, 0)).isEmpty();

    var locked = folder.resolve("locked.pdf");
    try (var document = new PDDocument()) {
      document.addPage(new PDPage());
      document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      document.save(locked.toFile());
    }
    assertThat(pictures.draw(FileType.PDF, locked, 0)).isEmpty();
  }

  @Test
  void shouldShowNothingOfOtherTypes() {
    assertThat(pictures.draw(FileType.DOCX, folder.resolve("unread"), 0)).isEmpty();
  }

  private Path pdf(PDRectangle size, int pages) throws IOException {
    var file = folder.resolve("sheet.pdf");
    try (var document = new PDDocument()) {
      for (var page = 0; page < pages; page++) {
        document.addPage(new PDPage(size));
      }
      document.save(file.toFile());
    }
    return file;
  }

  private static BufferedImage decoded(Optional<FilePicture> picture) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(picture.orElseThrow().content()));
  }

  /** A picture of one pixel whose head says 60,000 by 60,000. */
  private byte[] enormous() throws IOException {
    var small = folder.resolve("small.png");
    ImageIO.write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png", small.toFile());
    var bytes = Files.readAllBytes(small);
    var size = 60_000;
    for (var at : new int[] {16, 20}) {
      bytes[at] = 0;
      bytes[at + 1] = 0;
      bytes[at + 2] = (byte) (size >> 8);
      bytes[at + 3] = (byte) size;
    }
    var sum = new CRC32();
    sum.update(bytes, 12, 17);
    for (var at = 0; at < 4; at++) {
      bytes[29 + at] = (byte) (sum.getValue() >> (24 - 8 * at));
    }
    return bytes;
  }
}
