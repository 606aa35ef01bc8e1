package io.plumbline.approval;

import io.plumbline.approval.AnswerableKind.Question;
import io.plumbline.identity.UserId;
import io.plumbline.inbox.TaskRef;
import io.plumbline.inbox.TaskRow;
import io.plumbline.shared.Money;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task put to one person by message.
 *
 * @param actedFor for whom they were asked; null when for themselves
 * @param revision of what was asked about
 * @param draw which draw of the code this is; the code itself is kept nowhere
 * @param ending how it ended; null while it can be answered
 * @param outcome what was answered
 */
record Offer(
    UUID id,
    TaskRef task,
    UserId user,
    @Nullable UserId actedFor,
    int revision,
    Money amount,
    int draw,
    Instant expiresAt,
    @Nullable Ending ending,
    @Nullable String outcome) {

  Instant madeAt() {
    return expiresAt.minus(Offers.LIFE);
  }

  /** For whom the person would act on a task as they see it; null when for themselves. */
  static @Nullable UserId actedFor(TaskRow seen) {
    var absent = seen.holding().actingFor();
    return absent == null ? null : new UserId(absent.id());
  }

  /** Whether this is the task, and the person would act for whom they were asked. */
  boolean isAbout(TaskRow seen) {
    return task.equals(seen.ref()) && Objects.equals(actedFor, actedFor(seen));
  }

  /** Whether this is still what the person was asked. */
  boolean asks(Question now) {
    return revision == now.revision() && amount.equals(now.amount());
  }

  boolean expired(Instant now) {
    return ending == Ending.EXPIRED || ending == null && !now.isBefore(expiresAt);
  }

  enum Ending {
    USED,
    VOID,
    EXPIRED
  }
}
