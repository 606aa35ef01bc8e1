package io.plumbline.document.ui;

import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.plumbline.document.Attachment;
import io.plumbline.document.AttachmentId;
import io.plumbline.document.Attachments;
import io.plumbline.shared.NotFound;
import io.plumbline.shared.ui.SafeDownload;

/**
 * Hands a file to the person's disk, never to the page. Who may have it is asked again for each
 * download.
 */
final class FileDownload {
  private FileDownload() {}

  static DownloadHandler of(Attachments attachments, Attachment file) {
    return event -> write(event, attachments, file.id());
  }

  private static void write(DownloadEvent event, Attachments attachments, AttachmentId id) {
    try {
      var file = attachments.find(id);
      SafeDownload.head(event, file.name(), file.contentType());
      event.setContentLength(file.size());
      attachments.copy(id, event.getOutputStream());
    } catch (NotFound gone) {
      event.getResponse().setStatus(HttpStatusCode.NOT_FOUND.getCode());
    }
  }
}
