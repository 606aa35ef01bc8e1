package io.plumbline.approval;

import io.plumbline.approval.Offer.Ending;
import io.plumbline.identity.UserId;
import io.plumbline.inbox.TaskRef;
import io.plumbline.shared.Money;
import io.plumbline.shared.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Offers of the current tenant. */
@Component
class OfferRepository {
  private static final String SELECT =
      """
      select id, task_key, form_key, subject_id, user_id, acted_for, revision, amount_minor,
             currency, draw, expires_at, ending, outcome
        from app.decision_offer
      """;

  private final JdbcClient jdbc;

  OfferRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when the person holds an open offer for the task, or one with the same code. */
  boolean insert(Offer offer, String codeHash, Instant now) {
    return jdbc.sql(
                """
                insert into app.decision_offer
                       (id, task_key, form_key, subject_id, user_id, acted_for, revision,
                        amount_minor, currency, draw, code_hash, created_at, expires_at)
                values (:id, :task, :form, :subject, :user, :for, :revision,
                        :amount, :currency, :draw, :hash, :now, :expires)
                on conflict do nothing
                """)
            .param("id", offer.id())
            .param("task", offer.task().key())
            .param("form", offer.task().formKey())
            .param("subject", offer.task().subjectId())
            .param("user", offer.user().value())
            .param("for", offer.actedFor() == null ? null : offer.actedFor().value())
            .param("revision", offer.revision())
            .param("amount", offer.amount().minor())
            .param("currency", offer.amount().currency().getCurrencyCode())
            .param("draw", offer.draw())
            .param("hash", codeHash)
            .param("now", Timestamps.of(now))
            .param("expires", Timestamps.of(offer.expiresAt()))
            .update()
        == 1;
  }

  Optional<Offer> find(UUID id) {
    return jdbc.sql(SELECT + "where id = :id")
        .param("id", id)
        .query(OfferRepository::offer)
        .optional();
  }

  /** The same, held until the transaction ends: of several answers at once the first counts. */
  Optional<Offer> lock(UUID id) {
    return jdbc.sql(SELECT + "where id = :id for update")
        .param("id", id)
        .query(OfferRepository::offer)
        .optional();
  }

  Optional<Offer> openFor(long task, UserId user) {
    return jdbc.sql(SELECT + "where task_key = :task and user_id = :user and ended_at is null")
        .param("task", task)
        .param("user", user.value())
        .query(OfferRepository::offer)
        .optional();
  }

  /** What the code means or, when it is spent, what it last meant. */
  Optional<Offer> byCode(UserId user, String codeHash) {
    return jdbc.sql(
            SELECT
                + """
                 where user_id = :user and code_hash = :hash
                 order by ended_at desc nulls first limit 1
                """)
        .param("user", user.value())
        .param("hash", codeHash)
        .query(OfferRepository::offer)
        .optional();
  }

  /** Whether the person was asked something that still waits for an answer. */
  boolean anyOpen(UserId user, Instant now) {
    return jdbc.sql(
            """
            select exists (
              select from app.decision_offer
               where user_id = :user and ended_at is null and expires_at > :now)
            """)
        .param("user", user.value())
        .param("now", Timestamps.of(now))
        .query(Boolean.class)
        .single();
  }

  int countSince(UserId user, Instant since) {
    return jdbc.sql(
            "select count(*) from app.decision_offer where user_id = :user and created_at >= :since")
        .param("user", user.value())
        .param("since", Timestamps.of(since))
        .query(Integer.class)
        .single();
  }

  void end(UUID id, Ending ending, @Nullable String outcome, Instant now) {
    jdbc.sql(
            """
            update app.decision_offer
               set ended_at = :now, ending = :ending, outcome = :outcome
             where id = :id and ended_at is null
            """)
        .param("now", Timestamps.of(now))
        .param("ending", ending.name())
        .param("outcome", outcome)
        .param("id", id)
        .update();
  }

  /** What this address writes next is the reason for this outcome. */
  void awaitReason(UUID id, String outcome, String address, Instant now) {
    forgetReasons(address);
    jdbc.sql(
            """
            update app.decision_offer
               set reason_for = :outcome, reason_address = :address, reason_asked_at = :now
             where id = :id
            """)
        .param("outcome", outcome)
        .param("address", address)
        .param("now", Timestamps.of(now))
        .param("id", id)
        .update();
  }

  void forgetReasons(String address) {
    jdbc.sql(
            """
            update app.decision_offer
               set reason_for = null, reason_address = null, reason_asked_at = null
             where reason_address = :address
            """)
        .param("address", address)
        .update();
  }

  Optional<AwaitedReason> awaitedReason(UserId user, String address, Instant since) {
    return jdbc.sql(
            """
            select id, reason_for from app.decision_offer
             where user_id = :user and reason_address = :address and reason_asked_at >= :since
               and ended_at is null
             order by reason_asked_at desc limit 1
            """)
        .param("user", user.value())
        .param("address", address)
        .param("since", Timestamps.of(since))
        .query(
            (row, at) ->
                new AwaitedReason(row.getObject("id", UUID.class), row.getString("reason_for")))
        .optional();
  }

  void deleteBefore(Instant before) {
    jdbc.sql("delete from app.decision_offer where created_at < :before")
        .param("before", Timestamps.of(before))
        .update();
  }

  private static Offer offer(ResultSet row, int at) throws SQLException {
    var actedFor = row.getObject("acted_for", UUID.class);
    var ending = row.getString("ending");
    return new Offer(
        row.getObject("id", UUID.class),
        new TaskRef(
            row.getLong("task_key"),
            row.getString("form_key"),
            row.getObject("subject_id", UUID.class)),
        new UserId(row.getObject("user_id", UUID.class)),
        actedFor == null ? null : new UserId(actedFor),
        row.getInt("revision"),
        Money.of(row.getLong("amount_minor"), row.getString("currency")),
        row.getInt("draw"),
        Timestamps.get(row, "expires_at"),
        ending == null ? null : Ending.valueOf(ending),
        row.getString("outcome"));
  }

  /** An answer that only lacks its reason. */
  record AwaitedReason(UUID offer, String outcome) {}
}
