package io.plumbline.messaging.worker;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Callers;
import io.plumbline.messaging.InboundMessages;
import io.plumbline.messaging.OutgoingMessages;
import io.plumbline.messaging.ProviderAway;
import io.plumbline.messaging.worker.MessageTasks.Ref;
import io.plumbline.shared.process.NodeRole;
import io.plumbline.shared.process.OnNodeRole;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hands kept messages on: inbound ones to whoever answers them, outgoing ones to their provider. A
 * failed task comes again with a growing delay; it survives this node.
 */
@Component
@OnNodeRole(NodeRole.RELAY)
class MessageRelay implements SmartLifecycle {
  /** An inbound message that failed this often for a reason of its own is set aside. */
  static final int GIVE_UP_AFTER = 8;

  private static final Logger log = LoggerFactory.getLogger(MessageRelay.class);
  private static final int THREADS = 8;
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration HEARTBEAT = Duration.ofSeconds(3);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);
  private static final Duration SHUTDOWN = Duration.ofSeconds(15);

  private final InboundMessages inbound;
  private final OutgoingMessages outgoing;
  private final Callers callers;
  private final Clock clock;
  private final Scheduler scheduler;
  private volatile boolean running;

  MessageRelay(
      InboundMessages inbound,
      OutgoingMessages outgoing,
      Callers callers,
      Clock clock,
      DataSource database) {
    this.inbound = inbound;
    this.outgoing = outgoing;
    this.callers = callers;
    this.clock = clock;
    this.scheduler = scheduler(database);
  }

  void wake() {
    if (running) {
      scheduler.triggerCheckForDueExecutions();
    }
  }

  private void deliver(Ref ref) {
    callers.run(Caller.system(ref.tenant()), () -> outgoing.deliver(ref.message()));
  }

  private void inboundFailed(ExecutionComplete failed, ExecutionOperations<Void> operations) {
    var message = failed.getExecution().taskInstance.getId();
    var cause = failed.getCause().orElse(null);
    if (attempts(failed) >= GIVE_UP_AFTER && !(cause instanceof ProviderAway)) {
      log.error("Inbound message {} is set aside", message, cause);
      inbound.giveUp(message);
    }
    again(failed, operations);
  }

  private void again(ExecutionComplete failed, ExecutionOperations<Void> operations) {
    var delay = delay(attempts(failed));
    log.warn(
        "{} comes again in {} s: {}",
        failed.getExecution().taskInstance,
        delay.toSeconds(),
        failed.getCause().map(Throwable::toString).orElse("its node died"));
    operations.reschedule(failed, clock.instant().plus(delay));
  }

  static Duration delay(int attempts) {
    var seconds = 1L << Math.min(attempts - 1, 5);
    return Duration.ofSeconds(Math.min(seconds, LONGEST_DELAY.toSeconds()));
  }

  private static int attempts(ExecutionComplete failed) {
    return failed.getExecution().consecutiveFailures + 1;
  }

  private Scheduler scheduler(DataSource database) {
    OneTimeTask<Void> receive =
        Tasks.oneTime(MessageTasks.INBOUND)
            .onFailure(this::inboundFailed)
            .onDeadExecutionRevive()
            .execute((task, context) -> inbound.handle(task.getId()));
    OneTimeTask<Void> send =
        Tasks.oneTime(MessageTasks.OUTGOING)
            .onFailure(this::again)
            .onDeadExecutionRevive()
            .execute((task, context) -> deliver(Ref.parse(task.getId())));
    return Scheduler.create(database, receive, send)
        .tableName("app.scheduled_message_tasks")
        .clock(clock::instant)
        .threads(THREADS)
        .pollUsingLockAndFetch(1.0, 4.0)
        .pollingInterval(POLL)
        .heartbeatInterval(HEARTBEAT)
        .failureLogging(LogLevel.DEBUG, true)
        .shutdownMaxWait(SHUTDOWN)
        .build();
  }

  @Override
  public void start() {
    scheduler.start();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    scheduler.stop();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
