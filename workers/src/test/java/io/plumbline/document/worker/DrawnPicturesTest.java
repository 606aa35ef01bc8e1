package io.plumbline.document.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.document.FilePicture;
import io.plumbline.document.FileType;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({"1, 40, 20", "3, 40, 20", "6, 20, 40", "8, 20, 40"})
  void shouldShowPhotosTheWayTheCameraWasHeld(int orientation, int width, int height)
      throws IOException {
    var drawn = decoded(pictures.draw(FileType.JPEG, photo(orientation), 0));

    assertThat(drawn.getWidth()).isEqualTo(width);
    assertThat(drawn.getHeight()).isEqualTo(height);
    // the upper left corner of what is stored is red
    var corner =
        switch (orientation) {
          case 3 -> drawn.getRGB(width - 3, height - 3);
          case 6 -> drawn.getRGB(width - 3, 3);
          case 8 -> drawn.getRGB(3, height - 3);
          default -> drawn.getRGB(3, 3);
        };
    assertThat(new Color(corner).getRed()).isGreaterThan(150);
  }

  @Test
  void shouldShowAPhotoWhoseNoteIsBroken() throws IOException {
    var bytes = Files.readAllBytes(photo(6));
    bytes[2 + 4 + 6 + 4] = 0x7F; // its table is somewhere else entirely
    var file = folder.resolve("broken.jpg");
    Files.write(file, bytes);

    assertThat(decoded(pictures.draw(FileType.JPEG, file, 0)).getWidth()).isEqualTo(40);
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

  /** 40 by 20, red in the upper left quarter, with a note on how the camera was held. */
  private Path photo(int orientation) throws IOException {
    var picture = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
    var pen = picture.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, 20, 10);
    pen.dispose();
    var plain = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpg", plain);
    var note =
        ByteBuffer.allocate(36)
            .putShort((short) 0xFFE1)
            .putShort((short) 34)
            .put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII))
            .putInt(8)
            .putShort((short) 1)
            .putShort((short) 0x0112)
            .putShort((short) 3)
            .putInt(1)
            .putShort((short) orientation)
            .putShort((short) 0)
            .putInt(0);
    var file = folder.resolve(orientation + ".jpg");
    var bytes = plain.toByteArray();
    try (var out = Files.newOutputStream(file)) {
      out.write(bytes, 0, 2);
      out.write(note.array(), 0, note.position());
      out.write(bytes, 2, bytes.length - 2);
    }
    return file;
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
