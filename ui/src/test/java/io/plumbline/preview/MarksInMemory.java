package io.plumbline.preview;

import io.plumbline.inbox.InboxQuery;
import io.plumbline.inbox.QueryFields;
import io.plumbline.inbox.SavedFilter;
import io.plumbline.shared.NotFound;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a person has read, and the filters they keep. */
@Component
public class MarksInMemory {
  private final Set<Long> seen = new HashSet<>();
  private final List<SavedFilter> filters = new ArrayList<>();

  private final DraftsInMemory drafts = new DraftsInMemory();

  /** What was typed and not sent, by place. */
  public DraftsInMemory drafts() {
    return drafts;
  }

  void reset() {
    drafts.texts.clear();
    seen.clear();
    filters.clear();
  }

  public void see(long taskKey) {
    seen.add(taskKey);
  }

  public Set<Long> seenAmong(Collection<Long> taskKeys) {
    return taskKeys.stream().filter(seen::contains).collect(Collectors.toSet());
  }

  public List<SavedFilter> all() {
    return List.copyOf(filters);
  }

  public SavedFilter find(UUID id) {
    return filters.stream()
        .filter(filter -> filter.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFound("filter", id.toString()));
  }

  public SavedFilter save(String name, InboxQuery query, @Nullable String group) {
    return put(UUID.randomUUID(), name, group, QueryFields.write(query));
  }

  /** As an older version may have kept it. */
  public SavedFilter put(UUID id, String name, @Nullable String group, Map<String, String> fields) {
    var filter = new SavedFilter(id, name, group, id, "Project manager", true, fields);
    filters.removeIf(other -> other.id().equals(id));
    filters.add(filter);
    return filter;
  }

  public void change(UUID id, String name, @Nullable String group) {
    put(id, name, group, find(id).fields());
  }

  public void replace(UUID id, InboxQuery query) {
    put(id, find(id).name(), find(id).group(), QueryFields.write(query));
  }

  public void delete(UUID id) {
    filters.remove(find(id));
  }

  public void order(List<UUID> wanted) {
    filters.sort(Comparator.comparing(filter -> wanted.indexOf(filter.id())));
  }
}
