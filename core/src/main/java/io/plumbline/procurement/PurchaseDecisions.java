package io.plumbline.procurement;

import io.plumbline.identity.UserId;
import io.plumbline.inbox.Duties.DecidedBy;
import io.plumbline.shared.Timestamps;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What people decided about requests; a void decision no longer counts. From where and under which
 * rules is in the inbox's record.
 */
@Component
class PurchaseDecisions {
  private final JdbcClient jdbc;
  private final Stamps stamps;

  PurchaseDecisions(JdbcClient jdbc, Stamps stamps) {
    this.jdbc = jdbc;
    this.stamps = stamps;
  }

  /** False when this task was decided before. */
  boolean record(PurchaseRequest request, Decision decision) {
    var caller = stamps.caller();
    return jdbc.sql(
                """
                insert into app.purchase_decision
                       (id, request_id, revision, task_key, kind, outcome, level_rank, level_count,
                        decided_by, acted_for, channel, reason, decided_at)
                values (:id, :request, :revision, :task, :kind, :outcome, :rank, :count,
                        :by, :actedFor, :channel, :reason, :at)
                on conflict (tenant_id, request_id, task_key) where void_reason is null do nothing
                """)
            .param("id", stamps.nextId())
            .param("request", request.id().value())
            .param("revision", request.revision())
            .param("task", decision.taskKey())
            .param("kind", decision.kind())
            .param("outcome", decision.outcome())
            .param("rank", decision.levelRank())
            .param("count", decision.levelCount())
            .param("by", caller.user().value())
            .param("actedFor", value(caller.actingFor()))
            .param("channel", caller.channel().name())
            .param("reason", decision.reason())
            .param("at", Timestamps.of(stamps.now()))
            .update()
        == 1;
  }

  /** Takes the decision of a task out of account; who made it, or empty when there was none. */
  Optional<UserId> annul(PurchaseRequestId request, long taskKey, String reason) {
    return jdbc.sql(
            """
            update app.purchase_decision set void_reason = :reason
             where request_id = :request and task_key = :task and void_reason is null
            returning decided_by
            """)
        .param("reason", reason)
        .param("request", request.value())
        .param("task", taskKey)
        .query(UUID.class)
        .optional()
        .map(UserId::new);
  }

  /** Who approved which level of this revision, in order; void ones left out. */
  List<DecidedBy> approvers(RequestHead request) {
    return jdbc.sql(
            """
            select decided_by, acted_for from app.purchase_decision
             where request_id = :request and revision = :revision and void_reason is null
               and kind = :kind and outcome = :outcome
             order by decided_at, id
            """)
        .param("request", request.id())
        .param("revision", request.revision())
        .param("kind", ApproveKind.KIND)
        .param("outcome", ApproveKind.APPROVE)
        .query(
            (row, at) ->
                new DecidedBy(
                    new UserId(row.getObject("decided_by", UUID.class)),
                    person(row.getObject("acted_for", UUID.class))))
        .list();
  }

  /** Why this revision was refused or sent back: the latest reason someone gave. */
  Optional<String> lastReason(PurchaseRequestId request, int revision) {
    return jdbc.sql(
            """
            select reason from app.purchase_decision
             where request_id = :request and revision = :revision and void_reason is null
               and reason is not null
             order by decided_at desc, id desc limit 1
            """)
        .param("request", request.value())
        .param("revision", revision)
        .query(String.class)
        .optional();
  }

  private static @Nullable UserId person(@Nullable UUID id) {
    return id == null ? null : new UserId(id);
  }

  private static @Nullable UUID value(@Nullable UserId person) {
    return person == null ? null : person.value();
  }

  record Decision(
      long taskKey,
      String kind,
      String outcome,
      @Nullable Integer levelRank,
      @Nullable Integer levelCount,
      @Nullable String reason) {}
}
