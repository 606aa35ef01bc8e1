package io.plumbline.inbox.ui;

import io.plumbline.inbox.Inbox;
import io.plumbline.shared.ui.NavigationBadge;
import org.springframework.stereotype.Component;

@Component
class InboxBadge implements NavigationBadge {
  private final Inbox inbox;

  InboxBadge(Inbox inbox) {
    this.inbox = inbox;
  }

  @Override
  public String route() {
    return "inbox";
  }

  @Override
  public String count() {
    var all = inbox.counts().all();
    return all.value() == 0 ? "" : Counts.text(all);
  }

  @Override
  public String topic() {
    return Inbox.SIGNAL;
  }
}
