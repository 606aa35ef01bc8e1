package io.plumbline.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task in lists.
 *
 * @param key the engine's key
 * @param dueAt null when nothing is due
 * @param sending completed by someone, not yet confirmed by the engine
 * @param holding {@link Holding#PLAIN} when it is in nobody else's hands
 */
public record TaskRow(
    long key,
    String title,
    @Nullable String businessKey,
    String processId,
    String elementId,
    String formKey,
    long processInstanceKey,
    @Nullable UUID subjectId,
    @Nullable UUID projectId,
    @Nullable String projectName,
    @Nullable UUID requesterId,
    @Nullable String requesterName,
    @Nullable Long amountMinor,
    @Nullable String currency,
    int priority,
    @Nullable Instant dueAt,
    Instant createdAt,
    @Nullable UUID assignee,
    @Nullable String assigneeName,
    boolean sending,
    Holding holding) {

  public TaskRef ref() {
    return new TaskRef(key, formKey, subjectId);
  }

  /** The same for someone who would act for an absent person. */
  public TaskRow actingFor(UUID absent, String name) {
    return new TaskRow(
        key,
        title,
        businessKey,
        processId,
        elementId,
        formKey,
        processInstanceKey,
        subjectId,
        projectId,
        projectName,
        requesterId,
        requesterName,
        amountMinor,
        currency,
        priority,
        dueAt,
        createdAt,
        assignee,
        assigneeName,
        sending,
        holding.actingFor(new Holding.Named(absent, name)));
  }
}
