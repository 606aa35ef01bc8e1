package io.plumbline.operations;

import io.plumbline.shared.CappedCount;
import io.plumbline.shared.PageRequest;
import java.util.List;

/** For operators (and organisation admins) only; anyone else gets {@code NotAllowed}. */
public interface Operations {
  List<InstanceRow> list(InstanceQuery query);

  CappedCount count(InstanceQuery query);

  /**
   * @throws io.plumbline.shared.NotFound when the tenant has no such instance
   */
  InstanceDetails find(long processInstanceKey);

  List<InstanceDetails.IncidentRow> openIncidents(PageRequest page);

  List<InstanceDetails.JobRow> failingJobs(PageRequest page);

  /**
   * Asks the engine to try again; it counts as success only when the incident is RESOLVED in the
   * read model.
   */
  void retry(long incidentKey);

  List<String> processIds();

  ReadModelState readModel();
}
