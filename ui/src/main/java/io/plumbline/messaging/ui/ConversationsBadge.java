package io.plumbline.messaging.ui;

import io.plumbline.messaging.Conversations;
import io.plumbline.shared.ui.NavigationBadge;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** How many conversations nobody has read. */
@Component
class ConversationsBadge implements NavigationBadge {
  private final Conversations conversations;

  ConversationsBadge(Conversations conversations) {
    this.conversations = conversations;
  }

  @Override
  public String route() {
    return ConversationsView.PATH;
  }

  @Override
  public String count() {
    if (!conversations.allowed()) {
      return "";
    }
    var unread = conversations.unread();
    return unread.value() == 0
        ? ""
        : String.format(Locale.ENGLISH, "%,d%s", unread.value(), unread.more() ? "+" : "");
  }

  @Override
  public String topic() {
    return Conversations.SIGNAL;
  }
}
