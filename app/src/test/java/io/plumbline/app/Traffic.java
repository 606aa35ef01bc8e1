package io.plumbline.app;

import io.plumbline.identity.TenantId;
import io.plumbline.inbox.TaskDecision;
import io.plumbline.inbox.TaskRow;
import io.plumbline.shared.ReadModelChanges;
import io.plumbline.shared.Refusal;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * People at work while parts of the system go away: some file small requests, one approves whatever
 * turns up. What fails is tried again, as people do.
 */
final class Traffic implements AutoCloseable {
  private static final int REQUESTERS = 4;

  private final Actor requester;
  private final Actor approver;
  private final String note = "traffic " + UUID.randomUUID();
  private final AtomicInteger left;
  private final AtomicInteger filed = new AtomicInteger();
  private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
  private final News news;
  private volatile boolean open = true;

  private Traffic(PlumblineSystem system, int requests) {
    this.requester = system.as("requester@acme");
    this.approver = system.as("project.manager@acme");
    this.left = new AtomicInteger(requests);
    this.news = new News(system, approver.tenant());
  }

  static Traffic of(PlumblineSystem system, int requests) {
    var traffic = new Traffic(system, requests);
    for (var i = 0; i < REQUESTERS; i++) {
      traffic.people.execute(traffic::file);
    }
    traffic.people.execute(traffic::approve);
    return traffic;
  }

  /** What all its requests say. */
  String note() {
    return note;
  }

  /** Requests that have their number. */
  int filed() {
    return filed.get();
  }

  private void file() {
    while (open && left.decrementAndGet() >= 0) {
      try {
        requester.submitSmall(note);
        filed.incrementAndGet();
      } catch (DataAccessException | TransactionException e) {
        left.incrementAndGet(); // the database is away
      }
    }
  }

  private void approve() {
    while (open && news.awaitSome()) {
      try {
        approver.openTasks().stream().filter(task -> !task.sending()).forEach(this::approve);
      } catch (DataAccessException | TransactionException e) {
        Thread.onSpinWait(); // the database is away
      }
    }
  }

  private void approve(TaskRow task) {
    try {
      approver.complete(task.key(), TaskDecision.of("approve"));
    } catch (Refusal e) {
      Thread.onSpinWait(); // decided before, the row was old
    }
  }

  @Override
  public void close() {
    open = false;
    people.close();
    news.close();
  }

  /** Wakes the approver when something changed, as an open inbox does, and now and then anyway. */
  private static final class News implements AutoCloseable {
    private static final long AT_LEAST_EVERY_MS = 500;

    private final Semaphore arrived = new Semaphore(0);
    private final ReadModelChanges.Subscription subscription;

    News(PlumblineSystem system, TenantId tenant) {
      subscription =
          system
              .bean(ReadModelChanges.class)
              .subscribe(tenant.value(), change -> arrived.release());
    }

    boolean awaitSome() {
      try {
        if (arrived.tryAcquire(AT_LEAST_EVERY_MS, TimeUnit.MILLISECONDS)) {
          arrived.drainPermits();
        }
        return true;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    @Override
    public void close() {
      subscription.close();
    }
  }
}
