package io.plumbline.procurement;

import io.plumbline.identity.Caller;
import io.plumbline.inbox.Duties;
import io.plumbline.inbox.Holding;
import io.plumbline.inbox.TaskDecision;
import io.plumbline.inbox.TaskKind;
import io.plumbline.inbox.TaskRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Plays the engine and the inbox for one step at a time. */
public class TestProcess {
  private static final AtomicLong KEYS = new AtomicLong(System.nanoTime());

  private final PurchaseRequestSteps steps;
  private final List<TaskKind> kinds;
  private final TransactionTemplate transaction;

  TestProcess(
      PurchaseRequestSteps steps, List<TaskKind> kinds, PlatformTransactionManager transactions) {
    this.steps = steps;
    this.kinds = kinds;
    this.transaction = new TransactionTemplate(transactions);
  }

  public static long newKey() {
    return KEYS.incrementAndGet();
  }

  public PurchaseRequestSteps.Commitment commit(TestFirm firm, PurchaseRequestId id) {
    return firm.asSystem(() -> steps.commitBudget(id, 1, false));
  }

  /** Committed, and approved by the project manager as the only level. */
  public void approve(TestFirm firm, PurchaseRequestId id) {
    commit(firm, id);
    decide(firm.projectManager(), firm, task(ApproveKind.KIND, id), "approve", 1);
  }

  /** Approved and ordered. */
  public OrderId order(TestFirm firm, PurchaseRequestId id) {
    approve(firm, id);
    return firm.asSystem(() -> steps.issueOrder(id, 1, firm.vendor()));
  }

  /** Sent back by the project manager, and back with the requester. */
  public void sendBack(TestFirm firm, PurchaseRequestId id) {
    var committed = commit(firm, id);
    decide(
        firm.projectManager(),
        firm,
        task(ApproveKind.KIND, id),
        TaskDecision.of("sendBack", "too many"),
        1);
    firm.run(
        firm.tenant().system(),
        () -> {
          steps.releaseBudget(id, committed.id());
          steps.returnToRequester(id, 1);
        });
  }

  public Map<String, Object> decide(
      Caller caller, TestFirm firm, TaskRow task, String outcome, int levels) {
    return decide(caller, firm, task, TaskDecision.of(outcome), levels);
  }

  public Map<String, Object> decide(
      Caller caller, TestFirm firm, TaskRow task, TaskDecision decision, int levels) {
    Map<String, Object> variables = Map.of("levelRank", 1, "levelCount", levels);
    return firm.as(
        caller,
        () ->
            transaction.execute(status -> kind(task).complete(task, variables, decision, caller)));
  }

  public void refused(TestFirm firm, TaskRow task, String reason) {
    firm.run(firm.tenant().system(), () -> kind(task).refused(task.ref(), reason));
  }

  public java.util.Optional<String> whyNot(Caller caller, TestFirm firm, TaskRow task) {
    return firm.as(caller, () -> kind(task).refuse(task, caller));
  }

  public Duties duties(TestFirm firm, TaskRow task) {
    return firm.asSystem(() -> kind(task).duties(task));
  }

  public static TaskRow task(String formKey, PurchaseRequestId id) {
    return task(formKey, id, newKey());
  }

  static TaskRow task(String formKey, PurchaseRequestId id, long key) {
    return new TaskRow(
        key,
        "Task",
        "PR-000001",
        "procurement-approval",
        "ApproveRequest",
        formKey,
        newKey(),
        id.value(),
        null,
        null,
        null,
        null,
        null,
        null,
        50,
        null,
        Instant.now(),
        null,
        null,
        false,
        Holding.PLAIN);
  }

  private TaskKind kind(TaskRow task) {
    return kinds.stream()
        .filter(kind -> kind.formKey().equals(task.formKey()))
        .findFirst()
        .orElseThrow();
  }
}
