package io.plumbline.procurement;

import io.plumbline.identity.Person;
import io.plumbline.identity.UserId;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds who is named in a text: {@code @Paul Procurement}, or {@code @Paul} when only one colleague
 * is called so. The longest name that fits counts; of two people with one name only those who were
 * picked.
 */
final class MentionedNames {
  private final List<Person> colleagues;
  private final Set<UserId> picked;

  MentionedNames(List<Person> colleagues, Set<UserId> picked) {
    this.colleagues =
        colleagues.stream()
            .sorted(Comparator.comparingInt((Person each) -> each.name().length()).reversed())
            .toList();
    this.picked = picked;
  }

  Set<UserId> in(String text) {
    var found = new LinkedHashSet<UserId>();
    for (var at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      if (at == 0 || !isPartOfWord(text.charAt(at - 1))) {
        found.addAll(at(text, at + 1));
      }
    }
    return found;
  }

  private Set<UserId> at(String text, int from) {
    for (var person : colleagues) {
      if (stands(person.name(), text, from)) {
        return certain(
            colleagues.stream()
                .filter(each -> each.name().equalsIgnoreCase(person.name()))
                .toList());
      }
    }
    return certain(
        colleagues.stream().filter(each -> stands(firstName(each), text, from)).toList());
  }

  private Set<UserId> certain(List<Person> called) {
    if (called.size() == 1) {
      return Set.of(called.getFirst().id());
    }
    var chosen = new LinkedHashSet<UserId>();
    called.stream().map(Person::id).filter(picked::contains).forEach(chosen::add);
    return chosen;
  }

  private static boolean stands(String name, String text, int from) {
    var end = from + name.length();
    return text.regionMatches(true, from, name, 0, name.length())
        && (end == text.length() || !isPartOfWord(text.charAt(end)));
  }

  private static String firstName(Person person) {
    return person.name().strip().split("\\s+", 2)[0];
  }

  private static boolean isPartOfWord(char character) {
    return Character.isLetterOrDigit(character) || character == '_';
  }
}
