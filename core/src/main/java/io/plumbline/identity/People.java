package io.plumbline.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** People of the caller's tenant. */
public interface People {
  Optional<Person> find(UserId id);

  Map<UserId, Person> find(Collection<UserId> ids);

  List<Person> inGroup(String group);

  /** The firm of the current caller. */
  Tenant tenant();
}
