package io.plumbline.document.worker;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Turns photos the way the camera was held: phones store them lying and say so in a note (EXIF)
 * that ImageIO does not read.
 */
final class Upright {
  private static final int HEAD = 128 * 1024;
  private static final int JPEG = 0xFFD8;
  private static final int NOTE = 0xFFE1;
  private static final int PICTURE = 0xFFDA;
  private static final int ORIENTATION = 0x0112;
  private static final int ENTRY = 12;
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

  private Upright() {}

  /** Quarter turns to the right that the photo needs; 0 where nothing is said. */
  static int turns(Path file) throws IOException {
    try (var content = Files.newInputStream(file)) {
      var head = ByteBuffer.wrap(content.readNBytes(HEAD));
      return switch (orientation(head)) {
        case 3 -> 2;
        case 6 -> 1;
        case 8 -> 3;
        default -> 0;
      };
    } catch (IndexOutOfBoundsException | IllegalArgumentException broken) {
      return 0; // a note that points outside itself says nothing
    }
  }

  static BufferedImage turned(BufferedImage picture, int turns) {
    if (turns == 0) {
      return picture;
    }
    var aside = turns % 2 == 1;
    var width = picture.getWidth();
    var height = picture.getHeight();
    var turned =
        new BufferedImage(
            aside ? height : width, aside ? width : height, BufferedImage.TYPE_INT_RGB);
    var pen = turned.createGraphics();
    pen.translate(turned.getWidth() / 2.0, turned.getHeight() / 2.0);
    pen.rotate(turns * Math.PI / 2);
    pen.translate(-width / 2.0, -height / 2.0);
    pen.drawImage(picture, 0, 0, null);
    pen.dispose();
    return turned;
  }

  private static int orientation(ByteBuffer head) {
    if (head.remaining() < 4 || (head.getShort(0) & 0xFFFF) != JPEG) {
      return 0;
    }
    var at = 2;
    while (at + 4 <= head.limit()) {
      var marker = head.getShort(at) & 0xFFFF;
      if (marker == PICTURE || marker < 0xFF00) {
        return 0;
      }
      var length = head.getShort(at + 2) & 0xFFFF;
      if (marker == NOTE && isExif(head, at + 4)) {
        return tag(head.slice(at + 4 + EXIF.length, length - 2 - EXIF.length));
      }
      at += 2 + length;
    }
    return 0;
  }

  private static boolean isExif(ByteBuffer head, int at) {
    return head.slice(at, EXIF.length).equals(ByteBuffer.wrap(EXIF));
  }

  /** The note is a little TIFF: its byte order, where its table is, the table. */
  private static int tag(ByteBuffer note) {
    note.order(note.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    var table = note.getInt(4);
    var entries = note.getShort(table) & 0xFFFF;
    for (var entry = 0; entry < entries; entry++) {
      var at = table + 2 + entry * ENTRY;
      if ((note.getShort(at) & 0xFFFF) == ORIENTATION) {
        return note.getShort(at + 8);
      }
    }
    return 0;
  }
}
