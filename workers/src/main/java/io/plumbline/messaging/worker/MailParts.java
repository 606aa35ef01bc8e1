package io.plumbline.messaging.worker;

import io.plumbline.document.CheckedFile;
import io.plumbline.document.FileChecks;
import io.plumbline.messaging.InboundMedia;
import io.plumbline.messaging.ReceivedMail;
import io.plumbline.shared.InvalidInput;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Text and files of a mail, however it is built; what is beyond the limits is left out. */
final class MailParts implements AutoCloseable {
  private static final int DEEPEST = 12;
  private static final int MOST_PARTS = 100;
  private static final int MOST_FILES = 10;
  private static final int LONGEST_TEXT = 256 * 1024;
  private static final long LARGEST_TOGETHER = 48L * 1024 * 1024;

  private final FileChecks checks;
  private final List<ReceivedMail.File> files = new ArrayList<>();
  private final StringBuilder plain = new StringBuilder();
  private final StringBuilder html = new StringBuilder();
  private long together;
  private int parts;

  MailParts(FileChecks checks) {
    this.checks = checks;
  }

  String text() {
    return plain.toString().isBlank()
        ? MailText.ofHtml(html.toString())
        : MailText.ofPlain(plain.toString());
  }

  List<ReceivedMail.File> files() {
    return files;
  }

  /** Forgets the files. */
  @Override
  public void close() {
    files.stream()
        .map(ReceivedMail.File::content)
        .filter(Objects::nonNull)
        .forEach(CheckedFile::close);
  }

  void read(Part part) throws MessagingException, IOException {
    read(part, 0);
  }

  private void read(Part part, int depth) throws MessagingException, IOException {
    if (depth > DEEPEST || parts++ > MOST_PARTS) {
      return;
    }
    if (part.isMimeType("multipart/*")) {
      if (part.getContent() instanceof Multipart several) {
        for (var i = 0; i < several.getCount(); i++) {
          read(several.getBodyPart(i), depth + 1);
        }
      }
    } else if (isFile(part)) {
      file(part);
    } else if (part.isMimeType("text/plain")) {
      plain.append(text(part)).append('\n');
    } else if (part.isMimeType("text/html")) {
      html.append(text(part));
    }
  }

  private static boolean isFile(Part part) throws MessagingException {
    return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())
        || part.getFileName() != null
        || !part.isMimeType("text/*");
  }

  private void file(Part part) throws MessagingException, IOException {
    if (files.size() >= MOST_FILES) {
      return;
    }
    if (together >= LARGEST_TOGETHER) {
      files.add(new ReceivedMail.File(null, "The mail brings too much."));
      return;
    }
    try (var content = part.getInputStream()) {
      var file = checks.check(name(part), InboundMedia.limited(content));
      together += file.size();
      files.add(new ReceivedMail.File(file, null));
    } catch (InvalidInput refused) {
      files.add(new ReceivedMail.File(null, String.valueOf(refused.getMessage())));
    }
  }

  private static @Nullable String name(Part part) {
    try {
      return part.getFileName();
    } catch (MessagingException e) {
      return null; // written so that nobody can read it
    }
  }

  /** Decoded as it says; what cannot be decoded becomes a question mark. */
  private static String text(Part part) throws MessagingException, IOException {
    try (var content = part.getInputStream()) {
      return new String(content.readNBytes(LONGEST_TEXT), charset(part));
    }
  }

  private static Charset charset(Part part) throws MessagingException {
    try {
      var named = new ContentType(part.getContentType()).getParameter("charset");
      return named == null ? StandardCharsets.UTF_8 : Charset.forName(named);
    } catch (ParseException | IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
