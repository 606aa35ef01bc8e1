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

/**
 * Hands kept outgoing messages to their provider; mails apart from messages by phone: they are what
 * people fall back on when the phone provider hangs.
 */
@Component
@OnNodeRole(NodeRole.RELAY)
class OutgoingRelay implements SmartLifecycle {
  static final int PHONE_THREADS = 8;
  private static final int MAIL_THREADS = 3;

  private final OutgoingMessages outgoing;
  private final Callers callers;
  private final RelayScheduler phone;
  private final RelayScheduler mail;

  OutgoingRelay(OutgoingMessages outgoing, Callers callers, Clock clock, DataSource database) {
    this.outgoing = outgoing;
    this.callers = callers;
    this.phone = scheduler(MessageTable.OUTGOING, PHONE_THREADS, clock, database);
    this.mail = scheduler(MessageTable.MAIL, MAIL_THREADS, clock, database);
  }

  private RelayScheduler scheduler(
      MessageTable table, int threads, Clock clock, DataSource database) {
    return new RelayScheduler(
        table, threads, database, clock, instance -> deliver(Ref.parse(instance)), failure -> 0);
  }

  void wakePhone() {
    phone.wake();
  }

  void wakeMail() {
    mail.wake();
  }

  private void deliver(Ref ref) {
    callers.run(Caller.system(ref.tenant()), () -> outgoing.deliver(ref.message()));
  }

  @Override
  public void start() {
    phone.start();
    mail.start();
  }

  @Override
  public void stop() {
    phone.stop();
    mail.stop();
  }

  @Override
  public boolean isRunning() {
    return phone.isRunning();
  }
}
