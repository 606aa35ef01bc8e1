package io.plumbline.messaging.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.plumbline.messaging.ConversationThread;
import io.plumbline.messaging.ThreadMessage;
import io.plumbline.messaging.ThreadMessage.Media;
import io.plumbline.shared.NotFound;
import io.plumbline.shared.ui.Moments;
import io.plumbline.shared.ui.SafeDownload;
import java.io.OutputStream;

/** What was said, oldest first; the end is in view. */
class BubbleLog extends Div {
  private final transient Moments moments;
  private final transient Files files;
  private final transient DeliveryLine.Again again;

  BubbleLog(Moments moments, Files files, DeliveryLine.Again again) {
    this.files = files;
    this.moments = moments;
    this.again = again;
    addClassName("talk-log");
    getElement()
        .setAttribute("role", "log")
        .setAttribute("aria-live", "polite")
        .setAttribute("tabindex", "0")
        .setAttribute("aria-label", getTranslation("conversation.log"));
  }

  void show(ConversationThread thread) {
    removeAll();
    if (thread.more()) {
      add(new Paragraph(getTranslation("conversation.older", thread.messages().size())));
    }
    thread.messages().forEach(message -> add(bubble(message)));
    getElement()
        .executeJs(
            "const end = () => (this.scrollTop = this.scrollHeight); end(); setTimeout(end, 250)");
  }

  private Component file(ThreadMessage message, Media file) {
    if (!file.state().equals("STORED") || message.providerId() == null) {
      var why =
          file.state().equals("PENDING")
              ? getTranslation("conversation.file.pending")
              : getTranslation("conversation.file.failed", String.valueOf(file.reason()));
      var line = new Span(VaadinIcon.FILE_REMOVE.create(), new Span(why));
      line.addClassNames("file-link", "muted");
      return line;
    }
    var id = message.providerId();
    var name = String.valueOf(file.name());
    var download =
        new DownloadHandler() {
          @Override
          public void handleDownloadRequest(DownloadEvent event) {
            try {
              SafeDownload.head(event, name, String.valueOf(file.contentType()));
              files.copy(id, file.position(), event.getOutputStream());
            } catch (NotFound gone) {
              event.getResponse().setStatus(HttpStatusCode.NOT_FOUND.getCode());
            }
          }
        };
    var link = new Anchor(download, name);
    link.addComponentAsFirst(VaadinIcon.FILE_O.create());
    link.addClassName("file-link");
    return link;
  }

  private Article bubble(ThreadMessage message) {
    var ours = message.outgoing();
    var bubble = new Article();
    bubble.addClassNames("bubble", ours == null ? "theirs" : "mine");
    if (!message.body().isBlank()) {
      var body = new Span(message.body());
      body.getElement().setAttribute("dir", "auto");
      bubble.add(body);
    }
    message.media().forEach(each -> bubble.add(file(message, each)));
    var time = moments.pastText(message.at());
    time.addClassName("bubble-time");
    bubble.add(time);
    if (ours != null) {
      bubble.add(new DeliveryLine(ours, moments, again));
    }
    return bubble;
  }

  /** Writes the content of a file that came in. */
  interface Files {
    void copy(String message, int position, OutputStream to);
  }
}
