package io.plumbline.messaging.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import io.plumbline.messaging.ConversationReplies;
import io.plumbline.messaging.Conversations;
import io.plumbline.messaging.MessageTemplates;
import io.plumbline.shared.ui.Moments;
import java.util.UUID;

/** Opens conversations with all they need. */
@SpringComponent
@UIScope
public class ConversationPanes {
  private final Conversations conversations;
  private final ConversationReplies replies;
  private final MessageTemplates templates;
  private final Moments moments;

  ConversationPanes(
      Conversations conversations,
      ConversationReplies replies,
      MessageTemplates templates,
      Moments moments) {
    this.conversations = conversations;
    this.replies = replies;
    this.templates = templates;
    this.moments = moments;
  }

  ConversationPane open(UUID conversation, Runnable back) {
    var thread = conversations.find(conversation);
    var answer =
        new AnswerForm(
            text -> replies.write(conversation, text),
            new TemplateForm(
                templates::active,
                (template, values) -> replies.writeTemplate(conversation, template, values)),
            moments);
    var bubbles = new BubbleLog(moments, conversations::copy, replies::sendAgain);
    return new ConversationPane(
        thread, () -> conversations.find(conversation), conversations::read, answer, bubbles, back);
  }
}
