package io.plumbline.document.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import io.plumbline.document.AttachmentSubject;
import io.plumbline.document.Attachments;
import io.plumbline.document.FileLimits;
import io.plumbline.document.FileType;
import io.plumbline.shared.ProblemTexts;
import io.plumbline.shared.Refusal;
import io.plumbline.shared.ui.Toast;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Takes files by choosing or dropping them, with progress; content streams to the server's disk.
 */
class FileUpload extends Composite<Upload> {
  private final Attachments attachments;
  private final AttachmentSubject subject;
  private final Runnable changed;

  FileUpload(
      Attachments attachments, FileLimits limits, AttachmentSubject subject, Runnable changed) {
    this.attachments = attachments;
    this.subject = subject;
    this.changed = changed;
    var upload = getContent();
    upload.addClassName("file-upload");
    upload.setUploadHandler(new Receiving(limits));
    upload.setMaxFileSize((int) limits.largestBytes());
    upload.setAcceptedFileExtensions(FileType.allExtensions().toArray(String[]::new));
    upload.setUploadButton(new Button(getTranslation("files.add"), VaadinIcon.PAPERCLIP.create()));
    upload.setDropLabel(new Span(getTranslation("files.drop", limits.largest().toMegabytes())));
    upload.setI18n(texts(limits));
    upload.addFileRejectedListener(
        rejected -> Toast.failed(rejected.getFileName() + ": " + rejected.getErrorMessage()));
    upload.addAllFinishedListener(finished -> upload.clearFileList());
  }

  private UploadI18N texts(FileLimits limits) {
    var error =
        new UploadI18N.Error()
            .setFileIsTooBig(getTranslation("files.tooBig", limits.largest().toMegabytes()))
            .setIncorrectFileType(getTranslation("files.type"))
            .setTooManyFiles(getTranslation("files.tooMany"));
    return new UploadI18N().setError(error);
  }

  /** Runs on the thread of the upload; the page is told afterwards. */
  private final class Receiving implements UploadHandler {
    private static final long FRAME = 64 * 1024;
    private final long largest;

    Receiving(FileLimits limits) {
      this.largest = limits.largestBytes();
    }

    @Override
    public void handleUploadRequest(UploadEvent event) {
      try {
        attachments.requireSize(event.getFileSize());
        var added = attachments.add(subject, event.getFileName(), event.getInputStream());
        event.getUI().access(() -> done(added.name()));
      } catch (Refusal refused) {
        var why = sentence(refused);
        event.reject(why);
        var name = event.getFileName();
        event.getUI().access(() -> Toast.failed(name + ": " + why));
      }
    }

    @Override
    public long getFileSizeMax() {
      return largest;
    }

    @Override
    public long getRequestSizeMax() {
      return largest + FRAME;
    }

    private void done(String name) {
      changed.run();
      Toast.done(getTranslation("files.added", name));
    }

    private String sentence(Refusal refused) {
      return refused.problems().stream()
          .map(problem -> ProblemTexts.sentence(problem, Locale.ENGLISH))
          .collect(Collectors.joining(" "));
    }
  }
}
