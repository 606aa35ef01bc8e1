package io.plumbline.shared.process;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Callers;
import io.plumbline.identity.TenantId;
import io.plumbline.identity.Tenants;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes every {@link TenantUpkeep} round all tenants, as tasks of the relay's scheduler. */
@Component
@OnNodeRole(NodeRole.RELAY)
class Upkeep {
  private static final Logger log = LoggerFactory.getLogger(Upkeep.class);

  private final List<TenantUpkeep> upkeeps;
  private final Tenants tenants;
  private final Callers callers;

  Upkeep(List<TenantUpkeep> upkeeps, Tenants tenants, Callers callers) {
    this.upkeeps = upkeeps;
    this.tenants = tenants;
    this.callers = callers;
  }

  List<RecurringTask<Void>> tasks() {
    return upkeeps.stream().map(this::task).toList();
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
