package io.plumbline.inbox;

import io.plumbline.identity.Caller;
import io.plumbline.identity.Callers;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.Ids;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.NotFound;
import io.plumbline.shared.Problem;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Searches of the inbox that people keep, for themselves or for one of their groups. */
@Component
@Transactional
public class SavedFilters {
  private static final int MOST = 50;
  private static final int LONGEST_NAME = 80;
  private final SavedFilterRows rows;
  private final Callers callers;
  private final Ids ids;
  private final Clock clock;

  SavedFilters(SavedFilterRows rows, Callers callers, Ids ids, Clock clock) {
    this.rows = rows;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /** Own ones and those of the caller's groups, in the caller's order, then by name. */
  @Transactional(readOnly = true)
  public List<SavedFilter> all() {
    return rows.visibleTo(callers.current());
  }

  /**
   * One of {@link #all}.
   *
   * @throws NotFound also when it is somebody else's
   */
  @Transactional(readOnly = true)
  public SavedFilter find(UUID id) {
    return rows.find(id, callers.current())
        .orElseThrow(() -> new NotFound("filter", id.toString()));
  }

  /**
   * Keeps a search under a name.
   *
   * @param group one of the caller's groups to share it with, or null
   * @throws InvalidInput without a name, or with one that is too long
   * @throws NotAllowed when it is not the caller's group
   * @throws Conflict when the caller has one of this name, or too many
   */
  public SavedFilter save(String name, InboxQuery query, @Nullable String group) {
    var caller = callers.current();
    requireOwn(group, caller);
    if (rows.countOf(caller.user()) >= MOST) {
      throw new Conflict("filter.tooMany", MOST);
    }
    var id = ids.next();
    var checked = checked(name);
    try {
      rows.insert(id, caller.user(), checked, group, QueryFields.write(query), clock.instant());
    } catch (DuplicateKeyException taken) {
      throw new Conflict("filter.nameTaken", checked);
    }
    return find(id);
  }

  /**
   * Renames it, and shares it with another group or nobody.
   *
   * @throws NotAllowed when it is shared by somebody else, or with a group that is not the caller's
   */
  public void change(UUID id, String name, @Nullable String group) {
    var filter = changeable(id);
    if (group != null && !group.equals(filter.group())) {
      requireOwn(group, callers.current());
    }
    var checked = checked(name);
    try {
      rows.update(id, checked, group);
    } catch (DuplicateKeyException taken) {
      throw new Conflict("filter.nameTaken", checked);
    }
  }

  /** {@link #change(UUID, String, String)} and {@link #replace}: both or neither. */
  public void change(UUID id, String name, @Nullable String group, InboxQuery query) {
    change(id, name, group);
    rows.replace(id, QueryFields.write(query));
  }

  /** Makes it ask for something else. */
  public void replace(UUID id, InboxQuery query) {
    changeable(id);
    rows.replace(id, QueryFields.write(query));
  }

  public void delete(UUID id) {
    changeable(id);
    rows.delete(id);
  }

  /** The order in which the caller sees them; ids of others are left out. */
  public void order(List<UUID> wanted) {
    var caller = callers.current();
    var known = rows.visibleTo(caller).stream().map(SavedFilter::id).toList();
    rows.place(caller.user(), wanted.stream().distinct().filter(known::contains).toList());
  }

  private SavedFilter changeable(UUID id) {
    var filter = find(id);
    if (!filter.mayChange()) {
      throw new NotAllowed("filter.notYours", filter.ownerName());
    }
    return filter;
  }

  private static void requireOwn(@Nullable String group, Caller caller) {
    if (group != null && !caller.groups().contains(group)) {
      throw new NotAllowed("filter.groupNotYours");
    }
  }

  private static String checked(String name) {
    var stripped = name.strip();
    if (stripped.isEmpty()) {
      throw new InvalidInput(List.of(Problem.of("name", "filter.name.missing")));
    }
    if (stripped.length() > LONGEST_NAME) {
      throw new InvalidInput(
          List.of(Problem.of("name", "text.tooLong", LONGEST_NAME, stripped.length())));
    }
    if (stripped.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidInput(List.of(Problem.of("name", "text.controlCharacters")));
    }
    return stripped;
  }
}
