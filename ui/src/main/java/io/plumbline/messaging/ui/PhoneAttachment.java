package io.plumbline.messaging.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import io.plumbline.messaging.PhoneSimulator;
import io.plumbline.messaging.PhoneSimulator.Enclosed;
import io.plumbline.shared.ui.Toast;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Consumer;

/** Chooses a picture or file of any kind, also of those we refuse, and hands it on. */
class PhoneAttachment extends Composite<Upload> {
  private final transient Consumer<Enclosed> chosen;

  PhoneAttachment(Consumer<Enclosed> chosen) {
    this.chosen = chosen;
    var button = new Button(VaadinIcon.PAPERCLIP.create());
    button.addThemeVariants(ButtonVariant.TERTIARY);
    button.setAriaLabel(getTranslation("phone.attach"));
    var upload = getContent();
    upload.addClassName("phone-attach");
    upload.setDropAllowed(false);
    upload.setUploadButton(button);
    upload.setUploadHandler(new Receiving());
    upload.setMaxFileSize(PhoneSimulator.LARGEST_FILE);
    upload.addFileRejectedListener(
        rejected -> Toast.failed(rejected.getFileName() + ": " + rejected.getErrorMessage()));
    upload.addAllFinishedListener(finished -> upload.clearFileList());
  }

  void setEnabled(boolean enabled) {
    getContent().setEnabled(enabled);
  }

  /** Runs on the thread of the upload; the page goes on afterwards. */
  private final class Receiving implements UploadHandler {
    private static final long FRAME = 64 * 1024;

    @Override
    public void handleUploadRequest(UploadEvent event) {
      var type = Objects.requireNonNullElse(event.getContentType(), "application/octet-stream");
      var file = new Enclosed(event.getFileName(), type, content(event));
      event.getUI().access(() -> chosen.accept(file));
    }

    private static byte[] content(UploadEvent event) {
      try (var in = event.getInputStream()) {
        return in.readAllBytes(); // at most the largest, see below
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public long getFileSizeMax() {
      return PhoneSimulator.LARGEST_FILE;
    }

    @Override
    public long getRequestSizeMax() {
      return PhoneSimulator.LARGEST_FILE + FRAME;
    }
  }
}
