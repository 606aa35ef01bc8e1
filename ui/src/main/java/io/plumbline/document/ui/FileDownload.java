package io.plumbline.document.ui;

import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.plumbline.document.Attachment;
import io.plumbline.document.AttachmentId;
import io.plumbline.document.Attachments;
import io.plumbline.shared.NotFound;

/**
 * Hands a file to the person's disk, never to the page: the browser neither guesses a type nor runs
 * anything in it. Who may have it is asked again for each download.
 */
final class FileDownload {
  private FileDownload() {}

  static DownloadHandler of(Attachments attachments, Attachment file) {
    return event -> write(event, attachments, file.id());
  }

  private static void write(DownloadEvent event, Attachments attachments, AttachmentId id) {
    try {
      var file = attachments.find(id);
      event.setFileName(file.name());
      event.setContentType(file.contentType());
      event.setContentLength(file.size());
      event.getResponse().setHeader("X-Content-Type-Options", "nosniff");
      event.getResponse().setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
      event.getResponse().setHeader("Cache-Control", "private, no-store");
      attachments.copy(id, event.getOutputStream());
    } catch (NotFound gone) {
      event.getResponse().setStatus(HttpStatusCode.NOT_FOUND.getCode());
    }
  }
}
