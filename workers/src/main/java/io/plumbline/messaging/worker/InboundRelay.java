package io.plumbline.messaging.worker;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import io.plumbline.messaging.InboundMessages;
import io.plumbline.messaging.NotHandled;
import io.plumbline.messaging.ProviderAway;
import io.plumbline.shared.process.NodeRole;
import io.plumbline.shared.process.OnNodeRole;
import java.time.Clock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hands kept inbound messages to whoever answers them. Those of senders for whom no firm is known
 * are answered by calling the phone provider: by other threads, so that one that hangs keeps nobody
 * else from being heard.
 */
@Component
@OnNodeRole(NodeRole.RELAY)
class InboundRelay implements SmartLifecycle {
  /** A message that failed this often for a reason of its own is set aside. */
  static final int GIVE_UP_AFTER = 8;

  private static final Logger log = LoggerFactory.getLogger(InboundRelay.class);
  private static final int THREADS = 4;
  private static final int DIRECT_THREADS = 2;

  private final InboundMessages inbound;
  private final MessageTasks tasks;
  private final RelayScheduler scheduler;
  private final RelayScheduler direct;

  InboundRelay(InboundMessages inbound, MessageTasks tasks, Clock clock, DataSource database) {
    this.inbound = inbound;
    this.tasks = tasks;
    this.scheduler =
        new RelayScheduler(
            MessageTable.INBOUND, THREADS, database, clock, this::handle, this::failed);
    this.direct =
        new RelayScheduler(
            MessageTable.DIRECT, DIRECT_THREADS, database, clock, inbound::handle, this::failed);
  }

  private void handle(String message) {
    if (!inbound.handleWithoutCalls(message)) {
      tasks.addDirect(message);
      direct.wake();
    }
  }

  void wake() {
    scheduler.wake();
  }

  private int failed(ExecutionComplete failed) {
    var failures = OwnFailures.of(failed, ProviderAway.class);
    var cause = failed.getCause().orElse(null);
    if (failures >= GIVE_UP_AFTER && cause instanceof NotHandled stuck) {
      log.error("Inbound message {} is set aside", stuck.providerId(), stuck);
      inbound.giveUp(stuck.providerId()); // unless another task did
      return 0; // what is behind it starts anew
    }
    return failures;
  }

  @Override
  public void start() {
    scheduler.start();
    direct.start();
  }

  @Override
  public void stop() {
    scheduler.stop();
    direct.stop();
  }

  @Override
  public boolean isRunning() {
    return scheduler.isRunning();
  }
}
