package io.plumbline.bench;

import io.plumbline.identity.Caller;
import io.plumbline.inbox.Inbox;
import io.plumbline.inbox.InboxQuery;
import io.plumbline.inbox.InboxQuery.Sort;
import io.plumbline.inbox.TaskRow;
import io.plumbline.shared.ReadModelChanges;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** An open inbox: reads its first page after every pushed change and hands out what is new. */
final class TaskWatch implements AutoCloseable {
  private static final InboxQuery NEWEST = InboxQuery.first().sortedBy(Sort.NEWEST);

  private final BenchSystem system;
  private final Caller approver;
  private final ReadModelChanges.Subscription subscription;
  private final Map<UUID, CompletableFuture<TaskRow>> tasks = new ConcurrentHashMap<>();

  TaskWatch(BenchSystem system, Caller approver) {
    this.system = system;
    this.approver = approver;
    subscription =
        system
            .bean(ReadModelChanges.class)
            .subscribe(approver.tenant().value(), change -> refresh());
  }

  private void refresh() {
    var page = system.as(approver, () -> system.bean(Inbox.class).page(NEWEST));
    for (var task : page) {
      if (task.subjectId() != null && !task.sending()) {
        task(task.subjectId()).complete(task);
      }
    }
  }

  private CompletableFuture<TaskRow> task(UUID request) {
    return tasks.computeIfAbsent(request, id -> new CompletableFuture<>());
  }

  /** The task about this request, as soon as the inbox shows it. */
  TaskRow await(UUID request) throws Exception {
    try {
      return task(request).get(60, TimeUnit.SECONDS);
    } finally {
      tasks.remove(request);
    }
  }

  @Override
  public void close() {
    subscription.close();
  }
}
