package io.plumbline.messaging.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.plumbline.messaging.ConversationThread;
import io.plumbline.shared.ui.Badge;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One conversation: with whom, what was said, and the answer being written. */
class ConversationPane extends Div {
  private final transient Supplier<ConversationThread> reader;
  private final transient Consumer<UUID> read;
  private final AnswerForm answer;
  private final BubbleLog bubbles;
  private final Span badges = new Span();
  private transient ConversationThread shown;

  ConversationPane(
      ConversationThread thread,
      Supplier<ConversationThread> reader,
      Consumer<UUID> read,
      AnswerForm answer,
      BubbleLog bubbles,
      Runnable back) {
    this.shown = thread;
    this.reader = reader;
    this.read = read;
    this.answer = answer;
    this.bubbles = bubbles;
    addClassName("talk-pane");
    badges.addClassName("talk-badges");
    add(head(thread, back), bubbles, answer);
    show(thread);
  }

  UUID id() {
    return shown.head().id();
  }

  /** Shows what was said meanwhile; what is being written stays. */
  void refresh() {
    var now = reader.get();
    if (!now.messages().equals(shown.messages())) {
      show(now);
    } else {
      showState(now);
    }
  }

  private void show(ConversationThread thread) {
    bubbles.show(thread);
    showState(thread);
    if (thread.head().unread() > 0) {
      read.accept(thread.head().id());
    }
  }

  private void showState(ConversationThread thread) {
    shown = thread;
    answer.show(thread);
    badges.removeAll();
    if (thread.optedOut()) {
      badges.add(
          new Badge(getTranslation("conversation.optedOut"), VaadinIcon.BAN, Badge.Tone.WARNING));
    }
    if (thread.head().person() == null) {
      badges.add(
          new Badge(
              getTranslation("conversation.stranger"), VaadinIcon.QUESTION, Badge.Tone.WARNING));
    }
  }

  private Header head(ConversationThread thread, Runnable back) {
    var row = thread.head();
    var close = new Button(VaadinIcon.ARROW_LEFT.create(), clicked -> back.run());
    close.setAriaLabel(getTranslation("conversation.back"));
    close.addClassName("back");
    var name = new H2(row.name());
    name.getElement().setAttribute("dir", "auto");
    var line = new Span(getTranslation("channel." + row.channel().name()) + " · " + row.address());
    line.addClassNames("muted", "num");
    var head = new Header(close, new Div(name, line), badges);
    head.addClassName("talk-head");
    return head;
  }
}
