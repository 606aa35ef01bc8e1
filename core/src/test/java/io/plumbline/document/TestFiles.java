package io.plumbline.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files as people and others send them. */
public final class TestFiles {
  private static final String PIXEL =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
  private static final int MEGABYTE = 1024 * 1024;

  private TestFiles() {}

  /** A picture of one pixel. */
  public static byte[] png() {
    return Base64.getDecoder().decode(PIXEL);
  }

  public static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** An archive of entries that hold their own names. */
  public static byte[] zip(String... entries) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(text(entry));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A spreadsheet of OpenDocument with its type in front. */
  public static byte[] ods() {
    var type = text("application/vnd.oasis.opendocument.spreadsheet");
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      var entry = new ZipEntry("mimetype");
      var sum = new CRC32();
      sum.update(type);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(type.length);
      entry.setCrc(sum.getValue());
      zip.putNextEntry(entry);
      zip.write(type);
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A document of Word that is small and unpacks to this many megabytes of nothing. */
  public static byte[] bomb(int megabytes) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      var nothing = new byte[MEGABYTE];
      for (var written = 0; written < megabytes; written++) {
        zip.write(nothing);
      }
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Zeros that are never held in memory; counts what was read of them. */
  public static final class Endless extends InputStream {
    private final long length;
    private long read;

    public Endless(long length) {
      this.length = length;
    }

    /** How many bytes were taken so far. */
    public long taken() {
      return read;
    }

    @Override
    public int read() {
      if (read >= length) {
        return -1;
      }
      read++;
      return 0;
    }

    @Override
    public int read(byte[] buffer, int offset, int count) {
      if (read >= length) {
        return -1;
      }
      var given = (int) Math.min(count, length - read);
      Arrays.fill(buffer, offset, offset + given, (byte) 0);
      read += given;
      return given;
    }
  }
}
