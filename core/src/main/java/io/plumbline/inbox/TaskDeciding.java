package io.plumbline.inbox;

import io.plumbline.identity.Caller;
import io.plumbline.identity.Callers;
import io.plumbline.inbox.SegregationOfDuties.Verdict;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.Problem;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Completes a task, for every channel: tenant, task open, person entitled, duties apart, the kind's
 * rules, in this order. The kind's effect, the record, the mark on the row and the message to the
 * engine are one transaction.
 */
@Component
class TaskDeciding {
  private final Tasks tasks;
  private final TaskVariables variables;
  private final TaskRules rules;
  private final Standings standings;
  private final DecisionRecord record;
  private final Callers callers;
  private final ApplicationEventPublisher events;

  TaskDeciding(
      Tasks tasks,
      TaskVariables variables,
      TaskRules rules,
      Standings standings,
      DecisionRecord record,
      Callers callers,
      ApplicationEventPublisher events) {
    this.tasks = tasks;
    this.variables = variables;
    this.rules = rules;
    this.standings = standings;
    this.record = record;
    this.callers = callers;
    this.events = events;
  }

  void complete(long key, TaskDecision decision, Caller caller) {
    var task = tasks.lock(key);
    var actor = task.requireDecidableBy(rules.fit(task, standings.of(caller)));
    var kind = rules.require(task.row());
    var verdict = rules.admit(kind, task.row(), actor);
    requireKnown(decision.outcome(), kind);
    callers.run(actor, () -> decide(task, kind, decision, actor, verdict));
  }

  private void decide(
      Task task, TaskKind kind, TaskDecision decision, Caller actor, Verdict verdict) {
    var result = kind.complete(task.row(), variables.of(task), decision, actor);
    var at = record.add(task.row(), decision.outcome(), actor, verdict);
    tasks.requestCompletion(task.row().key(), actor, decision.outcome(), at);
    events.publishEvent(new TaskCompletionRequested(actor.tenant(), task.row().ref(), result));
  }

  private static void requireKnown(String outcome, TaskKind kind) {
    if (!kind.outcomes().contains(outcome)) {
      throw new InvalidInput(
          List.of(
              Problem.of(
                  "outcome", "task.unknownOutcome", outcome, String.join(", ", kind.outcomes()))));
    }
  }
}
