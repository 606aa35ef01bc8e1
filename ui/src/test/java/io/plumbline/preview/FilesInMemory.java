package io.plumbline.preview;

import io.plumbline.document.Attachment;
import io.plumbline.document.AttachmentId;
import io.plumbline.document.AttachmentSubject;
import io.plumbline.document.FileChecks;
import io.plumbline.document.FileId;
import io.plumbline.document.FileLimits;
import io.plumbline.document.FilePicture;
import io.plumbline.document.FileType;
import io.plumbline.shared.Ids;
import io.plumbline.shared.NotFound;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Answers like {@link io.plumbline.document.Attachments}; of each file only the name is kept. */
@Component
public class FilesInMemory {
  private volatile CountDownLatch drawing = new CountDownLatch(0);
  private static final String PIXEL =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
  private final Map<AttachmentId, Attachment> files = new LinkedHashMap<>();
  private final FileChecks checks;
  private final Ids ids;

  FilesInMemory(FileLimits limits, Ids ids) {
    this.checks = new FileChecks(limits);
    this.ids = ids;
  }

  /** Somebody else adds a file. */
  public Attachment put(AttachmentSubject subject, String name, FileType type, boolean mine) {
    var author = mine ? "Project manager" : "Site engineer";
    var file =
        new Attachment(
            new AttachmentId(ids.next()),
            subject,
            new FileId(ids.next()),
            name,
            type.contentType(),
            340_000,
            Cast.id(author),
            author,
            FirmInMemory.NOW,
            mine);
    files.put(file.id(), file);
    return file;
  }

  public Attachment add(AttachmentSubject subject, String name, InputStream content) {
    try (var checked = checks.check(name, content)) {
      return put(subject, checked.name(), checked.type(), true);
    }
  }

  public void requireSize(long bytes) {
    checks.requireSize(bytes);
  }

  public List<Attachment> of(AttachmentSubject subject) {
    return files.values().stream().filter(each -> each.subject().equals(subject)).toList();
  }

  public boolean mayAdd(AttachmentSubject subject) {
    return true;
  }

  public Attachment find(AttachmentId id) {
    return Optional.ofNullable(files.get(id)).orElseThrow(() -> new NotFound("file", id));
  }

  public void copy(AttachmentId id, OutputStream to) {
    try {
      to.write(Base64.getDecoder().decode(PIXEL));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void remove(AttachmentId id) {
    files.remove(id);
  }

  /** Nothing is drawn until what is returned was counted down. */
  public CountDownLatch holdDrawing() {
    drawing = new CountDownLatch(1);
    return drawing;
  }

  /** Files with two pages. */
  public Optional<FilePicture> of(AttachmentId id, int page) {
    try {
      if (!drawing.await(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody let it draw");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return page < 2
        ? Optional.of(new FilePicture(Base64.getDecoder().decode(PIXEL), "image/png", 2))
        : Optional.empty();
  }

  void reset() {
    drawing = new CountDownLatch(0);
    files.clear();
  }
}
