package io.plumbline.messaging.worker;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Callers;
import io.plumbline.messaging.InboundMedia;
import io.plumbline.messaging.NotHandledYet;
import io.plumbline.messaging.NotThereYet;
import io.plumbline.messaging.ProviderAway;
import io.plumbline.messaging.worker.InboundMailSettings.Mailbox;
import io.plumbline.messaging.worker.IntakeTasks.Ref;
import io.plumbline.shared.process.NodeRole;
import io.plumbline.shared.process.OnNodeRole;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Fetches what came in beside texts and reads mailboxes, apart from messages: a slow file holds up
 * no answer. A failed task comes again with a growing delay; it survives this node.
 */
@Component
@OnNodeRole(NodeRole.RELAY)
class IntakeRelay implements SmartLifecycle {
  /** A file the provider does not hand out is given up after about four minutes. */
  static final int GIVE_UP_AFTER = 9;

  private static final Logger log = LoggerFactory.getLogger(IntakeRelay.class);
  private static final int THREADS = 4;

  /** Between two attempts at the files of a message. */
  private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);

  private final InboundMedia media;
  private final MailIntake intake;
  private final InboundMailSettings mail;
  private final Callers callers;
  private final Clock clock;
  private final TaskThreads threads;

  IntakeRelay(
      InboundMedia media,
      MailIntake intake,
      InboundMailSettings mail,
      Callers callers,
      Clock clock,
      DataSource database) {
    this.media = media;
    this.intake = intake;
    this.mail = mail;
    this.callers = callers;
    this.clock = clock;
    this.threads = threads(database);
  }

  private void attach(Ref ref) {
    callers.run(Caller.system(ref.tenant()), () -> media.attach(ref.subject()));
  }

  private void mediaFailed(ExecutionComplete failed, ExecutionOperations<Integer> operations) {
    var message = failed.getExecution().taskInstance.getId();
    var failures = OwnFailures.of(failed, IntakeRelay::waits);
    if (failures >= GIVE_UP_AFTER || isTooLate(failed, message)) {
      log.error("Files of message {} are given up", message, failed.getCause().orElse(null));
      media.giveUp(message);
      operations.stop();
      return;
    }
    var delay = mediaDelay(RelayScheduler.attempts(failed));
    operations.reschedule(failed, next(failed, delay), failures);
  }

  /** For the text to be handled, or for a provider that cannot be reached or is in trouble. */
  static boolean waits(Throwable cause) {
    return cause instanceof NotHandledYet
        || cause instanceof ProviderAway && !(cause instanceof NotThereYet);
  }

  /** Waiting ends after a day; what came while we were away ourselves is tried all the same. */
  private boolean isTooLate(ExecutionComplete failed, String message) {
    return RelayScheduler.attempts(failed) >= GIVE_UP_AFTER
        && failed.getCause().filter(ProviderAway.class::isInstance).isPresent()
        && media.isOverdue(message);
  }

  static Duration mediaDelay(int attempts) {
    var seconds = 1L << Math.min(attempts - 1, 9);
    return Duration.ofSeconds(Math.min(seconds, LONGEST_DELAY.toSeconds()));
  }

  private void again(ExecutionComplete failed, ExecutionOperations<Void> operations) {
    var delay = RelayScheduler.delay(RelayScheduler.attempts(failed));
    operations.reschedule(failed, next(failed, delay));
  }

  private Instant next(ExecutionComplete failed, Duration delay) {
    log.info(
        "{} comes again in {} s: {}",
        failed.getExecution().taskInstance,
        delay.toSeconds(),
        failed.getCause().map(Throwable::toString).orElse("its node died"));
    return clock.instant().plus(delay);
  }

  private RecurringTask<Void> mailbox(Mailbox mailbox) {
    return Tasks.recurring("mailbox-" + mailbox.address(), FixedDelay.of(mail.every()))
        .onFailure(this::mailboxAway)
        .onDeadExecutionRevive()
        .execute((task, context) -> intake.read(mailbox));
  }

  private void mailboxAway(ExecutionComplete failed, ExecutionOperations<Void> operations) {
    again(failed, operations);
  }

  private TaskThreads threads(DataSource database) {
    OneTimeTask<Integer> fetch =
        Tasks.oneTime(IntakeTasks.MEDIA, Integer.class)
            .onFailure(this::mediaFailed)
            .onDeadExecutionRevive()
            .execute((task, context) -> media.fetch(task.getId()));
    OneTimeTask<Void> file =
        Tasks.oneTime(IntakeTasks.FILES)
            .onFailure(this::again)
            .onDeadExecutionRevive()
            .execute((task, context) -> attach(Ref.parse(task.getId())));
    var tasks =
        Scheduler.create(database, fetch, file)
            .startTasks(mail.mailboxes().stream().map(this::mailbox).toList());
    return new TaskThreads(tasks, "app.scheduled_intake_tasks", THREADS, clock);
  }

  @Override
  public void start() {
    threads.start();
  }

  @Override
  public void stop() {
    threads.stop();
  }

  @Override
  public boolean isRunning() {
    return threads.isRunning();
  }
}
