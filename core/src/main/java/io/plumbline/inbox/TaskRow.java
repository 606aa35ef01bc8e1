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
    boolean sending) {
  public TaskRef ref() {
    return new TaskRef(key, formKey, subjectId);
  }
}
