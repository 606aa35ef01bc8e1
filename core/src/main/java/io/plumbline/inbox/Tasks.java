package io.plumbline.inbox;

import io.plumbline.identity.Caller;
import io.plumbline.identity.UserId;
import io.plumbline.shared.NotFound;
import io.plumbline.shared.Timestamps;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Single tasks in the read model, and the columns of them that people change. */
@Component
class Tasks {
  private static final String SELECT =
      """
      select %s, t.state, t.element_instance_key, t.completed_by,
             completer.name as completed_by_name
        from engine.user_task t
        %s
        left join app.person completer
          on completer.tenant_id = t.tenant_id and completer.id = t.completed_by
      """
          .formatted(TaskRows.COLUMNS, TaskRows.JOINS);

  private final JdbcClient jdbc;

  Tasks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Task> find(long key) {
    return jdbc.sql(SELECT + "where t.key = :key")
        .param("key", key)
        .query(TaskRows::task)
        .optional();
  }

  /** The tasks about this subject, open and ended. */
  List<Task> about(UUID subject) {
    return jdbc.sql(SELECT + "where t.subject_id = :subject")
        .param("subject", subject)
        .query(TaskRows::task)
        .list();
  }

  /**
   * The task, locked until the transaction ends. Locked first and read after it, so that names
   * joined to it belong to what a rival just wrote.
   *
   * @throws NotFound when the tenant has no such task
   */
  Task lock(long key) {
    jdbc.sql("select key from engine.user_task where key = :key for no key update")
        .param("key", key)
        .query(Long.class)
        .optional();
    return find(key).orElseThrow(() -> new NotFound("task", Long.toString(key)));
  }

  /** Takes it for this person, or for whom they act for: then it stays that person's. */
  void assign(long key, Caller to, Instant at) {
    var absent = to.actingFor();
    jdbc.sql(
            """
            update engine.user_task set assignee = :owner, claimed_by = :substitute, claimed_at = :at
             where key = :key and state = 'CREATED'
            """)
        .param("key", key)
        .param("owner", (absent == null ? to.user() : absent).value())
        .param("substitute", absent == null ? null : to.user().value())
        .param("at", Timestamps.of(at))
        .update();
    markClaimed(key, true);
    tell(key);
  }

  void unassign(long key) {
    jdbc.sql(
            """
            update engine.user_task
               set assignee = null, claimed_by = null, claimed_at = null,
                   delegated_by = null, follow_up_at = null
             where key = :key and state = 'CREATED'
            """)
        .param("key", key)
        .update();
    markClaimed(key, false);
    tell(key);
  }

  /** Puts it into a colleague's hands until they hand it back to whose it was first. */
  void delegate(long key, UserId owner, UserId to) {
    jdbc.sql(
            """
            update engine.user_task
               set assignee = :to, delegated_by = coalesce(delegated_by, :owner), claimed_by = null,
                   follow_up_at = null
             where key = :key and state = 'CREATED'
            """)
        .param("key", key)
        .param("owner", owner.value())
        .param("to", to.value())
        .update();
    markClaimed(key, true);
    tell(key);
  }

  void handBack(long key) {
    jdbc.sql(
            """
            update engine.user_task
               set assignee = delegated_by, delegated_by = null, claimed_by = null, follow_up_at = null
             where key = :key and state = 'CREATED' and delegated_by is not null
            """)
        .param("key", key)
        .update();
    tell(key);
  }

  void reassign(long key, UserId to) {
    jdbc.sql(
            """
            update engine.user_task
               set assignee = :to, delegated_by = null, claimed_by = null, follow_up_at = null
             where key = :key and state = 'CREATED'
            """)
        .param("key", key)
        .param("to", to.value())
        .update();
    markClaimed(key, true);
    tell(key);
  }

  /** Until then it is left out of lists; null ends that. */
  void rest(long key, @Nullable Instant until) {
    jdbc.sql(
            "update engine.user_task set follow_up_at = :until where key = :key and state = 'CREATED'")
        .param("key", key)
        .param("until", until == null ? null : Timestamps.of(until))
        .update();
    tell(key);
  }

  /** Marks it decided by this person, for whom they act for; it stays with whose it is. */
  void requestCompletion(long key, Caller by, String outcome, Instant at) {
    var absent = by.actingFor();
    jdbc.sql(
            """
            update engine.user_task
               set assignee = :owner, claimed_at = coalesce(claimed_at, :at), follow_up_at = null,
                   completion_requested_at = :at, completed_by = :by, completed_for = :absent,
                   outcome = :outcome
             where key = :key
            """)
        .param("key", key)
        .param("owner", (absent == null ? by.user() : absent).value())
        .param("by", by.user().value())
        .param("absent", absent == null ? null : absent.value())
        .param("at", Timestamps.of(at))
        .param("outcome", outcome)
        .update();
    markClaimed(key, true);
  }

  /**
   * Takes the outcome of a completion back, and opens a task again that the engine still has; false
   * when there is none.
   */
  boolean voidOutcome(long key) {
    return jdbc.sql(
                """
                update engine.user_task
                   set outcome = null,
                       completed_by = case when state <> 'CREATED' then completed_by end,
                       completed_for = case when state <> 'CREATED' then completed_for end,
                       completion_requested_at = case when state <> 'CREATED' then completion_requested_at end
                 where key = :key and outcome is not null
                """)
            .param("key", key)
            .update()
        == 1;
  }

  private void markClaimed(long key, boolean claimed) {
    jdbc.sql(
            "update engine.user_task_group set claimed = :claimed where task_key = :key and claimed <> :claimed")
        .param("key", key)
        .param("claimed", claimed)
        .update();
  }

  /** The engine knows nothing of these columns; heard after the commit. */
  private void tell(long key) {
    jdbc.sql(
            """
            select pg_notify('signal', :topic || ' ' || tenant_id)
              from engine.user_task
             where key = :key
            """)
        .param("topic", Inbox.SIGNAL)
        .param("key", key)
        .query((row, at) -> true)
        .list();
  }
}
