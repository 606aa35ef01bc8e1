package io.plumbline.shared.ui;

import com.vaadin.flow.server.streams.DownloadEvent;

/** Files of other people go to the disk, never to the page. */
public final class SafeDownload {
  private SafeDownload() {}

  /** The browser neither guesses a type nor runs anything in it, and keeps nothing of it. */
  public static void head(DownloadEvent event, String name, String contentType) {
    event.setFileName(name);
    event.setContentType(contentType);
    var response = event.getResponse();
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
    response.setHeader("Cache-Control", "private, no-store");
  }
}
