package io.plumbline.procurement;

import io.plumbline.identity.UserId;
import io.plumbline.shared.Timestamps;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people decided about requests; a void decision no longer counts. */
@Component
class Decisions {
  private final JdbcClient jdbc;
  private final Stamps stamps;

  Decisions(JdbcClient jdbc, Stamps stamps) {
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
                        decided_by, channel, reason, decided_at)
                values (:id, :request, :revision, :task, :kind, :outcome, :rank, :count,
                        :by, :channel, :reason, :at)
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
  List<UserId> approvers(RequestHead request) {
    return jdbc
        .sql(
            """
            select decided_by from app.purchase_decision
             where request_id = :request and revision = :revision and void_reason is null
               and kind = :kind and outcome = :outcome
             order by decided_at, id
            """)
        .param("request", request.id())
        .param("revision", request.revision())
        .param("kind", ApproveKind.KIND)
        .param("outcome", ApproveKind.APPROVE)
        .query(UUID.class)
        .list()
        .stream()
        .map(UserId::new)
        .toList();
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

  record Decision(
      long taskKey,
      String kind,
      String outcome,
      @Nullable Integer levelRank,
      @Nullable Integer levelCount,
      @Nullable String reason) {}
}
