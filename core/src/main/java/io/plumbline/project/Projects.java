package io.plumbline.project;

import java.util.List;
import java.util.Optional;

/** Projects of the caller's tenant. */
public interface Projects {
  /** Active projects the caller works on; all active ones for managers, directors and admins. */
  List<ProjectRow> mine();

  Optional<ProjectRow> find(ProjectId id);

  Optional<ProjectRow> findByCode(String code);
}
