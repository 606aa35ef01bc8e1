package io.plumbline.messaging.worker;

/**
 * Where the tasks of kept messages wait; each in a table of its own, so that none delays another.
 */
enum MessageTable {
  INBOUND("inbound-message", "app.scheduled_inbound_tasks"),
  /** Answers for which the phone provider is called at once, see {@link InboundRelay}. */
  DIRECT("direct-answer", "app.scheduled_direct_tasks"),
  /** By phone; also mails that were queued before those had a table of their own. */
  OUTGOING("outgoing-message", "app.scheduled_message_tasks"),
  MAIL("outgoing-mail", "app.scheduled_mail_tasks");

  private final String task;
  private final String table;

  MessageTable(String task, String table) {
    this.task = task;
    this.table = table;
  }

  /** The task's name. */
  String task() {
    return task;
  }

  String table() {
    return table;
  }
}
