package io.plumbline.inbox;

import io.plumbline.inbox.InboxQuery.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose tasks a list is about: the caller's own, those of the people they stand in for, or both.
 *
 * @param people whose own tasks count
 * @param groups whose unclaimed tasks count
 */
record Whose(UUID me, List<Source> people, List<Source> groups) {

  /**
   * A person or a group whose tasks count.
   *
   * @param processId only tasks of this process, or null for all
   */
  record Source(String id, @Nullable String processId) {}

  static Whose of(Standing who, View view) {
    var people = new ArrayList<Source>();
    var groups = new ArrayList<Source>();
    var own = who.caller().groups();
    if (view != View.SUBSTITUTING) {
      people.add(new Source(who.me().toString(), null));
      own.forEach(group -> groups.add(new Source(group, null)));
    }
    if (view != View.MINE && view != View.GROUPS && view != View.DONE) {
      who.absent().stream()
          .map(absent -> source(absent, absent.person().toString()))
          .distinct()
          .forEach(people::add);
      groups.addAll(ofAbsent(who, own));
    }
    return new Whose(who.me(), List.copyOf(people), List.copyOf(groups));
  }

  /** What is of a group of the caller is theirs, whoever else is away. */
  private static List<Source> ofAbsent(Standing who, Set<String> own) {
    return who.absent().stream()
        .flatMap(absent -> absent.groups().stream().map(group -> source(absent, group)))
        .filter(source -> !own.contains(source.id()))
        .distinct()
        .toList();
  }

  private static Source source(Principal absent, String id) {
    return new Source(id, absent.processId());
  }

  boolean nobody() {
    return people.isEmpty() && groups.isEmpty();
  }

  /** Whether some of them count for one process only. */
  boolean scoped() {
    return people.stream().anyMatch(Whose::isScoped) || groups.stream().anyMatch(Whose::isScoped);
  }

  static String[] ids(List<Source> sources) {
    return sources.stream().map(Source::id).toArray(String[]::new);
  }

  /** Their processes in the same order, null for all. */
  static @Nullable String[] processes(List<Source> sources) {
    return sources.stream().map(Source::processId).toArray(String[]::new);
  }

  private static boolean isScoped(Source source) {
    return source.processId() != null;
  }
}
