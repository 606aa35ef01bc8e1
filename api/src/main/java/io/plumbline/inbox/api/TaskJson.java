package io.plumbline.inbox.api;

import io.plumbline.inbox.Holding;
import io.plumbline.inbox.TaskRow;
import io.plumbline.shared.api.MoneyJson;
import io.plumbline.shared.api.NamedJson;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A task in lists. */
@Schema(name = "Task")
record TaskJson(
    @Schema(description = "as text because it may exceed 2^53", example = "2251799813685301")
        String key,
    String title,
    @Schema(description = "number of what it is about", example = "PR-000123")
        @Nullable String number,
    String processId,
    String processInstanceKey,
    String elementId,
    String formKey,
    @Nullable UUID subjectId,
    @Nullable NamedJson project,
    @Nullable NamedJson requester,
    @Nullable MoneyJson amount,
    int priority,
    @Nullable Instant dueAt,
    Instant createdAt,
    @Nullable NamedJson assignee,
    @Schema(description = "decided, not yet confirmed by the process") boolean sending,
    @Schema(description = "whom you would act for as a substitute") @Nullable NamedJson actingFor,
    @Schema(description = "the substitute who took it for the assignee")
        @Nullable NamedJson claimedBy,
    @Schema(description = "who gave it to the assignee and gets it back")
        @Nullable NamedJson delegatedBy,
    @Schema(description = "it rests until then") @Nullable Instant followUpAt) {

  static TaskJson of(TaskRow row) {
    return new TaskJson(
        Long.toString(row.key()),
        row.title(),
        row.businessKey(),
        row.processId(),
        Long.toString(row.processInstanceKey()),
        row.elementId(),
        row.formKey(),
        row.subjectId(),
        NamedJson.find(row.projectId(), row.projectName()),
        NamedJson.find(row.requesterId(), row.requesterName()),
        MoneyJson.find(row.amountMinor(), row.currency()),
        row.priority(),
        row.dueAt(),
        row.createdAt(),
        NamedJson.find(row.assignee(), row.assigneeName()),
        row.sending(),
        person(row.holding().actingFor()),
        person(row.holding().claimedBy()),
        person(row.holding().delegatedBy()),
        row.holding().followUpAt());
  }

  private static @Nullable NamedJson person(Holding.@Nullable Named named) {
    return named == null ? null : new NamedJson(named.id(), named.name());
  }
}
