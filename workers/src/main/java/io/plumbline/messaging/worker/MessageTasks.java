package io.plumbline.messaging.worker;

import io.plumbline.identity.Channel;
import io.plumbline.identity.TenantId;
import io.plumbline.messaging.InboundMessageReceived;
import io.plumbline.messaging.OutgoingMessageQueued;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Makes a task of each kept message, inside the transaction that keeps it, and wakes this node's
 * relay after the commit. A task holds ids only.
 */
@Component
class MessageTasks {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final ObjectProvider<InboundRelay> inbound;
  private final ObjectProvider<OutgoingRelay> outgoing;

  MessageTasks(
      JdbcClient jdbc,
      Clock clock,
      ObjectProvider<InboundRelay> inbound,
      ObjectProvider<OutgoingRelay> outgoing) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.inbound = inbound;
    this.outgoing = outgoing;
  }

  @EventListener
  void on(InboundMessageReceived event) {
    add(MessageTable.INBOUND, event.providerId(), () -> inbound.ifAvailable(InboundRelay::wake));
  }

  @EventListener
  void on(OutgoingMessageQueued event) {
    var isMail = event.channel() == Channel.EMAIL;
    add(
        isMail ? MessageTable.MAIL : MessageTable.OUTGOING,
        new Ref(event.tenant(), event.message()).taskInstance(),
        () -> outgoing.ifAvailable(isMail ? OutgoingRelay::wakeMail : OutgoingRelay::wakePhone));
  }

  /** What is left to do with a received message needs a call of the phone provider. */
  void addDirect(String providerId) {
    insert(MessageTable.DIRECT, providerId);
  }

  private void add(MessageTable table, String instance, Runnable wake) {
    insert(table, instance);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            wake.run();
          }
        });
  }

  private void insert(MessageTable table, String instance) {
    jdbc.sql(
            """
            insert into %s
              (task_name, task_instance, execution_time, picked, version)
            values (:task, :instance, :now, false, 1)
            on conflict do nothing
            """
                .formatted(table.table()))
        .param("task", table.task())
        .param("instance", instance)
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /** A message of a tenant, as the name of its task. */
  record Ref(TenantId tenant, UUID message) {
    String taskInstance() {
      return tenant + "/" + message;
    }

    static Ref parse(String taskInstance) {
      var parts = taskInstance.split("/");
      return new Ref(new TenantId(UUID.fromString(parts[0])), UUID.fromString(parts[1]));
    }
  }
}
