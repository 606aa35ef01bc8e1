package io.plumbline.shared.process;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Callers;
import io.plumbline.shared.process.EngineCommand.Ref;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Carries commands to the engine. Right after its commit a command is sent from memory; whatever
 * was not sent that way within {@link #LEASE} (the engine away, this node gone, the queue full) the
 * scheduler sends from the database, again and again until the engine has answered. Both go through
 * {@link CommandSender}, and both may send the same command: the engine recognises the repeat.
 */
@Component
@OnNodeRole(NodeRole.RELAY)
class CommandRelay implements SmartLifecycle {
  /** How long the scheduler leaves a new command to the direct way. */
  static final Duration LEASE = Duration.ofSeconds(10);

  static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 10_000;

  private static final Logger log = LoggerFactory.getLogger(CommandRelay.class);
  private static final int DIRECT_THREADS = 8;
  private static final int DIRECT_QUEUE = 2_000;
  private static final int SCHEDULER_THREADS = 8;
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration HEARTBEAT = Duration.ofSeconds(3);
  private static final int SHUTDOWN_SECONDS = 10;

  private final CommandSender sender;
  private final EngineCommandStore store;
  private final Callers callers;
  private final Clock clock;
  private final Scheduler scheduler;
  private final ThreadPoolExecutor direct = directThreads();
  private volatile boolean running;

  CommandRelay(
      CommandSender sender,
      EngineCommandStore store,
      Callers callers,
      Clock clock,
      DataSource database,
      Upkeep upkeep) {
    this.sender = sender;
    this.store = store;
    this.callers = callers;
    this.clock = clock;
    this.scheduler = scheduler(database, upkeep);
  }

  /** Sends a command that was just committed, without waiting for the answer. */
  void sendSoon(EngineCommand command) {
    if (running) {
      direct.execute(() -> sendDirectly(command));
    }
  }

  private void sendDirectly(EngineCommand command) {
    var patience = command.createdAt().plus(LEASE.dividedBy(2));
    if (clock.instant().isBefore(patience)) {
      callers.run(Caller.system(command.tenant()), () -> sender.send(command));
    }
  }

  private CompletionHandler<Void> sendScheduled(Ref ref) {
    return callers
        .call(Caller.system(ref.tenant()), () -> store.findWaiting(ref).flatMap(sender::send))
        .<CompletionHandler<Void>>map(
            delay ->
                (complete, operations) ->
                    operations.reschedule(complete, clock.instant().plus(delay)))
        .orElseGet(CompletionHandler.OnCompleteRemove::new);
  }

  @Override
  public void start() {
    scheduler.start();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    direct.shutdown();
    scheduler.stop();
    try {
      if (!direct.awaitTermination(SHUTDOWN_SECONDS, TimeUnit.SECONDS)) {
        log.info("Some commands are left to the scheduler of the next start");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the web server and after it at the end: the last requests' commands still go out. */
  @Override
  public int getPhase() {
    return PHASE;
  }

  private Scheduler scheduler(DataSource database, Upkeep upkeep) {
    CustomTask<Void> task =
        Tasks.custom(EngineCommandStore.TASK, Void.class)
            .onFailure(
                (complete, operations) ->
                    operations.reschedule(complete, clock.instant().plusSeconds(1)))
            .onDeadExecutionRevive()
            .execute((instance, context) -> sendScheduled(Ref.parse(instance.getId())));
    return Scheduler.create(database, task)
        .startTasks(upkeep.tasks())
        .tableName("app.scheduled_tasks")
        .threads(SCHEDULER_THREADS)
        .pollUsingLockAndFetch(1.0, 4.0)
        .pollingInterval(POLL)
        .heartbeatInterval(HEARTBEAT)
        .shutdownMaxWait(Duration.ofSeconds(SHUTDOWN_SECONDS))
        .build();
  }

  private static ThreadPoolExecutor directThreads() {
    var threads =
        Thread.ofPlatform()
            .name("engine-command-", 1)
            .uncaughtExceptionHandler(
                (thread, e) -> log.warn("A command is left to the scheduler", e))
            .factory();
    return new ThreadPoolExecutor(
        DIRECT_THREADS,
        DIRECT_THREADS,
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(DIRECT_QUEUE),
        threads,
        new ThreadPoolExecutor.DiscardPolicy()); // the scheduler has it
  }
}
