package io.plumbline.messaging.worker;

import io.plumbline.identity.Caller;
import io.plumbline.identity.Callers;
import io.plumbline.messaging.OutgoingMessages;
import io.plumbline.messaging.worker.MessageTasks.Ref;
import io.plumbline.shared.process.NodeRole;
import io.plumbline.shared.process.OnNodeRole;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Hands kept outgoing messages to their provider. */
@Component
@OnNodeRole(NodeRole.RELAY)
class OutgoingRelay implements SmartLifecycle {
  private static final int THREADS = 8;

  private final OutgoingMessages outgoing;
  private final Callers callers;
  private final RelayScheduler scheduler;

  OutgoingRelay(OutgoingMessages outgoing, Callers callers, Clock clock, DataSource database) {
    this.outgoing = outgoing;
    this.callers = callers;
    this.scheduler =
        new RelayScheduler(
            MessageTable.OUTGOING,
            THREADS,
            database,
            clock,
            instance -> deliver(Ref.parse(instance)),
            failure -> 0);
  }

  void wake() {
    scheduler.wake();
  }

  private void deliver(Ref ref) {
    callers.run(Caller.system(ref.tenant()), () -> outgoing.deliver(ref.message()));
  }

  @Override
  public void start() {
    scheduler.start();
  }

  @Override
  public void stop() {
    scheduler.stop();
  }

  @Override
  public boolean isRunning() {
    return scheduler.isRunning();
  }
}
