package io.plumbline.shared.process;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Callers;
import io.plumbline.identity.TenantId;
import io.plumbline.identity.Tenants;
import io.plumbline.operations.Retention;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes every {@link TenantUpkeep} round all tenants and removes what has become old, as tasks of
 * the relay's scheduler.
 */
@Component
@OnNodeRole(NodeRole.RELAY)
class Upkeep {
  private static final Logger log = LoggerFactory.getLogger(Upkeep.class);

  private static final Duration RETENTION_EVERY = Duration.ofHours(1);

  private final List<TenantUpkeep> upkeeps;
  private final Retention retention;
  private final Tenants tenants;
  private final Callers callers;

  Upkeep(List<TenantUpkeep> upkeeps, Retention retention, Tenants tenants, Callers callers) {
    this.upkeeps = upkeeps;
    this.retention = retention;
    this.tenants = tenants;
    this.callers = callers;
  }

  List<RecurringTask<Void>> tasks() {
    return Stream.concat(upkeeps.stream().map(this::task), Stream.of(retention())).toList();
  }

  private RecurringTask<Void> retention() {
    return Tasks.recurring("retention", FixedDelay.of(RETENTION_EVERY))
        .execute((instance, context) -> retention.apply());
  }

  private RecurringTask<Void> task(TenantUpkeep upkeep) {
    return Tasks.recurring(upkeep.name(), FixedDelay.of(upkeep.every()))
        .execute((instance, context) -> tenants.all().forEach(tenant -> visit(upkeep, tenant)));
  }

  private void visit(TenantUpkeep upkeep, TenantId tenant) {
    try {
      callers.run(Caller.system(tenant), upkeep::visit);
    } catch (RuntimeException e) { // one tenant's trouble must not keep the others waiting
      log.warn("{} of tenant {} comes again next round", upkeep.name(), tenant, e);
    }
  }
}
