package io.plumbline.messaging.ui;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.plumbline.messaging.ConversationThread;
import io.plumbline.messaging.ThreadMessage;
import io.plumbline.shared.ui.Moments;

/** What was said, oldest first; the end is in view. */
class BubbleLog extends Div {
  private final transient Moments moments;
  private final transient DeliveryLine.Again again;

  BubbleLog(Moments moments, DeliveryLine.Again again) {
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
    getElement().executeJs("this.scrollTop = this.scrollHeight");
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
    if (message.mediaCount() > 0) {
      var files = new Span(getTranslation("conversation.files", message.mediaCount()));
      files.addClassName("muted");
      bubble.add(files);
    }
    var time = moments.pastText(message.at());
    time.addClassName("bubble-time");
    bubble.add(time);
    if (ours != null) {
      bubble.add(new DeliveryLine(ours, moments, again));
    }
    return bubble;
  }
}
