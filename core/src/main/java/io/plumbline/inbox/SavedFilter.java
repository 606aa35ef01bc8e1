package io.plumbline.inbox;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A search that was kept.
 *
 * @param group who else sees it, or null for its owner alone
 * @param mayChange whether the caller may rename, share, replace or delete it
 * @param fields as {@link QueryFields} writes them, maybe by an older version
 */
public record SavedFilter(
    UUID id,
    String name,
    @Nullable String group,
    UUID ownerId,
    String ownerName,
    boolean mayChange,
    Map<String, String> fields) {

  /** What it asks for, as far as that still exists. */
  public QueryFields read() {
    return QueryFields.read(fields);
  }
}
