package io.plumbline.messaging.worker;

/**
 * Where the tasks of kept messages wait; each in a table of its own, so that none delays another.
 */
enum MessageTable {
  INBOUND("inbound-message", "app.scheduled_inbound_tasks"),
  OUTGOING("outgoing-message", "app.scheduled_message_tasks");

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
