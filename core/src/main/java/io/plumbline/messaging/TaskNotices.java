package io.plumbline.messaging;

import io.plumbline.identity.Accounts;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Callers;
import io.plumbline.identity.Channel;
import io.plumbline.identity.UserId;
import io.plumbline.inbox.Inbox;
import io.plumbline.inbox.InboxQuery;
import io.plumbline.inbox.InboxQuery.Sort;
import io.plumbline.inbox.TaskRow;
import io.plumbline.messaging.Notice.About;
import io.plumbline.messaging.NoticePreferenceRepository.Chosen;
import io.plumbline.shared.Money;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Tells those who chose so that a task waits for them. Whoever did not choose sees it in the inbox
 * alone, and costs nothing here.
 */
@Component
public class TaskNotices {
  /** Tasks that waited longer before anybody looked are in the inbox anyway. */
  private static final Duration RECENT = Duration.ofHours(1);

  /** Whoever may not decide a task is not asked about at every look. */
  private static final Duration REFUSED = Duration.ofMinutes(1);

  private final NoticePreferenceRepository preferences;
  private final NotificationRepository notifications;
  private final Notices notices;
  private final Inbox inbox;
  private final Accounts accounts;
  private final Callers callers;
  private final Clock clock;
  private final Map<String, Instant> refused = new ConcurrentHashMap<>();

  TaskNotices(
      NoticePreferenceRepository preferences,
      NotificationRepository notifications,
      Notices notices,
      Inbox inbox,
      Accounts accounts,
      Callers callers,
      Clock clock) {
    this.preferences = preferences;
    this.notifications = notifications;
    this.notices = notices;
    this.inbox = inbox;
    this.accounts = accounts;
    this.callers = callers;
    this.clock = clock;
  }

  /**
   * Looks for new tasks of the current tenant that somebody wants to hear of and may decide, also
   * for someone they stand in for, and tells each once; among many the newest fifty.
   */
  public void tellNew() {
    var askAgain = clock.instant().minus(REFUSED);
    refused.values().removeIf(at -> !at.isAfter(askAgain));
    preferences.whoChose(NoticeKinds.TASK_WAITING.id()).forEach(this::tellNew);
  }

  private void tellNew(Chosen chosen) {
    var recent = clock.instant().minus(RECENT);
    var since = chosen.since().isAfter(recent) ? chosen.since() : recent;
    accounts
        .findAgain(new Caller(callers.current().tenant(), chosen.user(), "", Set.of(), Channel.WEB))
        .map(person -> callers.call(person, () -> newTasks(person.user(), since)))
        .orElse(List.of())
        .forEach(task -> tell(task, chosen.user()));
  }

  /** Of the caller, the oldest first. */
  private List<TaskRow> newTasks(UserId person, Instant since) {
    var recent =
        inbox.page(InboxQuery.first().sortedBy(Sort.NEWEST)).stream()
            .filter(task -> task.createdAt().isAfter(since))
            .toList();
    var onces =
        recent.stream()
            .flatMap(task -> Stream.of(once(task, person), onceByKey(task, person)))
            .toList();
    var told = notifications.told(onces, clock.instant().minus(RECENT.multipliedBy(2)));
    return recent.stream()
        .filter(task -> !told.contains(once(task, person)))
        .filter(task -> !told.contains(onceByKey(task, person)))
        .filter(task -> mayBeDecided(task, person))
        .toList()
        .reversed();
  }

  private boolean mayBeDecided(TaskRow task, UserId person) {
    var once = once(task, person);
    if (refused.containsKey(once)) {
      return false;
    }
    var may = inbox.seek(task.key()).filter(details -> !details.outcomes().isEmpty()).isPresent();
    if (!may) {
      refused.put(once, clock.instant());
    }
    return may;
  }

  private void tell(TaskRow task, UserId person) {
    notices.tell(
        new Notice(
            once(task, person),
            person,
            NoticeKinds.TASK_WAITING,
            Replies.of("task.waiting.subject", task.title()),
            body(task),
            About.task(task.key(), task.businessKey())));
  }

  /** A key alone may name another task after the engine's log was reset. */
  private static String once(TaskRow task, UserId person) {
    return "task:" + task.key() + "/" + task.ref().subjectId() + "/" + person;
  }

  /** As it was until the subject was added; what was told so of late is not told again. */
  private static String onceByKey(TaskRow task, UserId person) {
    return "task:" + task.key() + "/" + person;
  }

  private static String body(TaskRow task) {
    var number = task.businessKey();
    var what = number == null ? task.title() : number + ": " + task.title();
    var amount = task.amountMinor();
    var currency = task.currency();
    return amount == null || currency == null
        ? Replies.of("task.waiting.body", what)
        : Replies.of("task.waiting.amount", what, Money.of(amount, currency).text());
  }
}
