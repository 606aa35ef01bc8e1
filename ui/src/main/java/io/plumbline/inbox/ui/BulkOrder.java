package io.plumbline.inbox.ui;

import io.plumbline.inbox.BulkAction;
import io.plumbline.inbox.TaskRow;
import java.util.List;

/** What is to be done to which tasks. */
record BulkOrder(BulkKind kind, BulkAction action, List<TaskRow> rows) {}
