package io.plumbline.shared.process;

import io.plumbline.identity.TenantId;
import io.plumbline.shared.Ids;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where features leave what the engine has to be told: kept in the transaction that decided it,
 * sent after it committed, whether the engine is up or not.
 */
@Component
public class EngineCommands {
  private final EngineCommandStore store;
  private final Optional<CommandRelay> relay;
  private final Ids ids;
  private final Clock clock;

  EngineCommands(EngineCommandStore store, Optional<CommandRelay> relay, Ids ids, Clock clock) {
    this.store = store;
    this.relay = relay;
    this.ids = ids;
    this.clock = clock;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void tell(TenantId tenant, Instruction instruction) {
    var now = clock.instant();
    var command = new EngineCommand(ids.next(), tenant, instruction, now, 0);
    store.add(command, relay.isPresent() ? now.plus(CommandRelay.LEASE) : now);
    relay.ifPresent(
        here ->
            TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                  @Override
                  public void afterCommit() {
                    here.sendSoon(command);
                  }
                }));
  }
}
