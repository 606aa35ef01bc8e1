package io.plumbline.operations;

import io.plumbline.identity.Callers;
import io.plumbline.identity.Role;
import io.plumbline.operations.InstanceDetails.IncidentRow;
import io.plumbline.operations.InstanceDetails.JobRow;
import io.plumbline.shared.CappedCount;
import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.PageRequest;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** For operators (and organisation admins) only; anyone else gets {@code NotAllowed}. */
@Component
@Transactional(readOnly = true)
public class Operations {
  private final Callers callers;
  private final InstanceReads instances;
  private final TroubleReads troubles;
  private final IncidentRetries retries;
  private final Cancelling cancelling;
  private final ReadModelStates states;

  Operations(
      Callers callers,
      InstanceReads instances,
      TroubleReads troubles,
      IncidentRetries retries,
      Cancelling cancelling,
      ReadModelStates states) {
    this.callers = callers;
    this.instances = instances;
    this.troubles = troubles;
    this.retries = retries;
    this.cancelling = cancelling;
    this.states = states;
  }

  /** Process instances, the newest first. */
  public List<InstanceRow> list(InstanceQuery query) {
    requireOperator();
    return instances.list(query);
  }

  public CappedCount count(InstanceQuery query) {
    requireOperator();
    return instances.count(query);
  }

  /**
   * An instance with everything about it.
   *
   * @throws io.plumbline.shared.NotFound when the tenant has no such instance
   */
  public InstanceDetails find(long processInstanceKey) {
    requireOperator();
    return instances.find(processInstanceKey);
  }

  public List<IncidentRow> openIncidents(PageRequest page) {
    requireOperator();
    return troubles.openIncidents(page);
  }

  public List<JobRow> failingJobs(PageRequest page) {
    requireOperator();
    return troubles.failingJobs(page);
  }

  /**
   * Asks the engine to try again; it counts as success only when the incident is RESOLVED in the
   * read model.
   *
   * @throws io.plumbline.shared.NotFound when the tenant has no such incident
   * @throws io.plumbline.shared.Conflict when it is resolved, or a retry was asked for a moment ago
   */
  @Transactional
  public void retry(long incidentKey) {
    requireOperator();
    retries.ask(incidentKey, callers.current());
  }

  /**
   * Ends an instance early, as its model says: what was committed is given back. It has ended when
   * the read model says so.
   *
   * @param reason why, for everyone involved
   * @throws io.plumbline.shared.NotFound when the tenant has no such instance
   * @throws io.plumbline.shared.InvalidInput without a usable reason
   * @throws io.plumbline.shared.Conflict when it ended, it was asked for before, or this process
   *     cannot be cancelled
   */
  @Transactional
  public void cancel(long processInstanceKey, String reason) {
    requireOperator();
    cancelling.cancel(instances.row(processInstanceKey), reason);
  }

  public List<String> processIds() {
    requireOperator();
    return instances.processIds();
  }

  public ReadModelState readModel() {
    requireOperator();
    return states.current();
  }

  private void requireOperator() {
    var caller = callers.current();
    if (!caller.is(Role.OPERATOR) && !caller.is(Role.ORGANISATION_ADMIN)) {
      throw new NotAllowed("operations.notAllowed");
    }
  }
}
