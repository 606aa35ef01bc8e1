package io.plumbline.messaging;

import io.plumbline.identity.People;
import io.plumbline.identity.Person;
import io.plumbline.identity.Role;
import io.plumbline.messaging.Notice.About;
import io.plumbline.messaging.NoticePreferenceRepository.Chosen;
import io.plumbline.shared.Money;
import io.plumbline.shared.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells those who chose so that a task waits for them. Whoever did not choose sees it in the inbox
 * alone, and costs nothing here.
 */
@Component
public class TaskNotices {
  /** Tasks that waited longer before anybody looked are in the inbox anyway. */
  private static final Duration RECENT = Duration.ofHours(1);

  private static final int AT_ONCE = 50;

  private final NoticePreferenceRepository preferences;
  private final Notices notices;
  private final People people;
  private final JdbcClient jdbc;
  private final Clock clock;

  TaskNotices(
      NoticePreferenceRepository preferences,
      Notices notices,
      People people,
      JdbcClient jdbc,
      Clock clock) {
    this.preferences = preferences;
    this.notices = notices;
    this.people = people;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Looks for tasks of the current tenant that somebody wants to hear of, and tells each once. */
  public void tellNew() {
    preferences.whoChose(NoticeKinds.TASK_WAITING.id()).forEach(this::tellNew);
  }

  private void tellNew(Chosen chosen) {
    people.find(chosen.user()).ifPresent(person -> tellNew(person, chosen.since()));
  }

  private void tellNew(Person person, Instant chosenAt) {
    var recent = clock.instant().minus(RECENT);
    var since = chosenAt.isAfter(recent) ? chosenAt : recent;
    waiting(person, since)
        .forEach(
            task ->
                notices.tell(
                    new Notice(
                        once(task.key(), person),
                        person.id(),
                        NoticeKinds.TASK_WAITING,
                        Replies.of("task.waiting.subject", task.title()),
                        task.body(),
                        About.task(task.key(), task.number()))));
  }

  /** Open tasks of the person's groups or their own, not on their own requests, not told yet. */
  private List<WaitingTask> waiting(Person person, Instant since) {
    var groups = person.roles().stream().map(Role::group).collect(Collectors.toSet());
    return jdbc.sql(
            """
            select t.key, t.title, t.business_key, t.amount_minor, t.currency
              from engine.user_task t
             where t.state = 'CREATED' and t.completion_requested_at is null
               and t.created_at > :since and t.requester_id is distinct from :user
               and (t.assignee = :user or t.key in (
                     select g.task_key from engine.user_task_group g
                      where g.group_id in (:groups) and g.created_at > :since and not g.claimed))
               and not exists (select from app.notification n
                                where n.once = 'task:' || t.key || '/' || cast(:user as text))
             order by t.created_at, t.key limit :limit
            """)
        .param("since", Timestamps.of(since))
        .param("user", person.id().value())
        .param("groups", groups.isEmpty() ? List.of("") : List.copyOf(groups))
        .param("limit", AT_ONCE)
        .query(TaskNotices::task)
        .list();
  }

  private static String once(long task, Person person) {
    return "task:" + task + "/" + person.id();
  }

  private static WaitingTask task(ResultSet row, int at) throws SQLException {
    var currency = row.getString("currency");
    return new WaitingTask(
        row.getLong("key"),
        row.getString("title"),
        row.getString("business_key"),
        currency == null ? null : Money.of(row.getLong("amount_minor"), currency));
  }

  private record WaitingTask(
      long key, String title, @Nullable String number, @Nullable Money amount) {
    String body() {
      var what = number == null ? title : number + ": " + title;
      return amount == null
          ? Replies.of("task.waiting.body", what)
          : Replies.of("task.waiting.amount", what, amount.text());
    }
  }
}
