package io.plumbline.inbox;

import io.plumbline.identity.Caller;
import io.plumbline.inbox.SegregationOfDuties.Verdict;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.NotAllowed;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** What keeps an entitled person from deciding: duties that lie apart, and rules of the kind. */
@Component
class TaskRules {
  private final TaskKinds kinds;
  private final SegregationOfDuties segregation;

  TaskRules(TaskKinds kinds, SegregationOfDuties segregation) {
    this.kinds = kinds;
    this.segregation = segregation;
  }

  Optional<TaskKind> find(TaskRow task) {
    return kinds.find(task.formKey());
  }

  /**
   * The kind of a task that can be decided here.
   *
   * @throws Conflict when no feature knows its form
   */
  TaskKind require(TaskRow task) {
    return find(task).orElseThrow(() -> new Conflict("task.unknownKind"));
  }

  /**
   * Problem code why an entitled person may not decide, or empty; to ask about many people, since
   * what the duties are is looked up once.
   */
  Function<Caller, Optional<String>> whyNot(TaskRow task) {
    var barred = barred(task);
    return actor -> barred.apply(actor).or(() -> refusal(task, actor));
  }

  /** Problem code of the duty that keeps this person from deciding, or empty. */
  Optional<String> barred(TaskRow task, Caller actor) {
    return barred(task).apply(actor);
  }

  /** A substitute of several people acts for one whom no duty bars, if there is one. */
  Standing fit(Task task, Standing who) {
    Predicate<Caller> barred = actor -> barred(task.row(), actor).isPresent();
    return who.preferring(task.row(), task.candidateGroups(), barred);
  }

  private Function<Caller, Optional<String>> barred(TaskRow task) {
    return find(task)
        .map(kind -> kind.duties(task))
        .map(this::barredBy)
        .orElse(actor -> Optional.empty());
  }

  private Function<Caller, Optional<String>> barredBy(Duties duties) {
    return actor -> segregation.on(duties, actor).refusal();
  }

  /** Problem code why, duties apart, nobody or not this person may decide, or empty. */
  Optional<String> refusal(TaskRow task, Caller actor) {
    return find(task)
        .map(kind -> kind.refuse(task, actor))
        .orElseGet(() -> Optional.of("task.unknownKind"));
  }

  /**
   * Refuses whom a duty keeps from deciding: they neither take the task nor choose who gets it.
   *
   * @throws NotAllowed with the duty's rule
   */
  void requireNotBarred(TaskRow task, Caller actor) {
    barred(task, actor)
        .ifPresent(
            code -> {
              throw new NotAllowed(code);
            });
  }

  /**
   * Takes what the task is about, and lets this person decide on it.
   *
   * @return the verdict that goes into the record
   * @throws NotAllowed with the rule that forbids it
   */
  Verdict admit(TaskKind kind, TaskRow task, Caller actor) {
    kind.hold(task);
    var verdict = segregation.on(kind.duties(task), actor);
    verdict
        .refusal()
        .or(() -> kind.refuse(task, actor))
        .ifPresent(
            code -> {
              throw new NotAllowed(code);
            });
    return verdict;
  }
}
