package io.plumbline.document;

import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The one way in for files from outside, whatever the channel: size, type by content, name. Content
 * goes to disk while it comes and never stays in memory as a whole.
 */
@Component
public class FileChecks {
  private static final int BUFFER = 64 * 1024;
  private static final int MEGABYTE = 1024 * 1024;

  private final FileLimits limits;

  public FileChecks(FileLimits limits) {
    this.limits = limits;
  }

  /**
   * Reads a file, at most one byte more than is allowed.
   *
   * @param name as the sender calls it; cleaned before it is used
   * @param content read to its end or to the limit, not closed
   * @throws InvalidInput when it is empty, too large or of no type that people may add
   * @throws UncheckedIOException when it cannot be read
   */
  public CheckedFile check(@Nullable String name, InputStream content) {
    try {
      var path = Files.createTempFile("plumbline-", ".file");
      try {
        var size = spool(content, path);
        var type = ContentSniffer.typeOf(path).orElseThrow(() -> refusal("file.type"));
        return new CheckedFile(path, FileNames.clean(name, type), type, size);
      } catch (IOException | RuntimeException e) {
        Files.deleteIfExists(path);
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * For senders that tell the size first.
   *
   * @param bytes negative when it is not told
   * @throws InvalidInput when it is too large
   */
  public void requireSize(long bytes) {
    if (bytes > limits.largestBytes()) {
      throw tooLarge();
    }
  }

  private long spool(InputStream content, Path path) throws IOException {
    var size = 0L;
    try (var to = Files.newOutputStream(path)) {
      var buffer = new byte[BUFFER];
      for (var read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        size += read;
        requireSize(size);
        to.write(buffer, 0, read);
      }
    }
    if (size == 0) {
      throw refusal("file.empty");
    }
    return size;
  }

  private InvalidInput tooLarge() {
    return refusal("file.tooLarge", limits.largestBytes() / MEGABYTE);
  }

  private static InvalidInput refusal(String code, Object... args) {
    return new InvalidInput(List.of(Problem.of("file", code, args)));
  }
}
