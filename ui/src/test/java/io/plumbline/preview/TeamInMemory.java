package io.plumbline.preview;

import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.mock;

import io.plumbline.identity.Callers;
import io.plumbline.identity.Person;
import io.plumbline.identity.UserId;
import io.plumbline.inbox.NewSubstitution;
import io.plumbline.inbox.Substitution;
import io.plumbline.inbox.Substitution.State;
import io.plumbline.inbox.Substitutions;
import io.plumbline.inbox.TaskEvent;
import io.plumbline.inbox.TaskHandovers;
import io.plumbline.inbox.TaskResting;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Colleagues who stand in for each other and give each other tasks, in memory. */
@Component
public class TeamInMemory {
  private final Callers callers;
  private final FirmInMemory firm;
  private final List<Substitution> all = new ArrayList<>();
  private final List<TaskEvent> history = new ArrayList<>();
  private final List<String> done = new ArrayList<>();

  TeamInMemory(Callers callers, FirmInMemory firm) {
    this.callers = callers;
    this.firm = firm;
  }

  /** What was asked for, in words. */
  public List<String> done() {
    return done;
  }

  /** Tasks went through hands. */
  public void remember(TaskEvent... events) {
    history.addAll(List.of(events));
  }

  public void reset() {
    history.clear();
    all.clear();
    done.clear();
  }

  /** Someone asks the caller to stand in. */
  public void ask(String absent, String substitute) {
    all.add(one(Cast.id(absent), absent, Cast.id(substitute), substitute, State.PROPOSED));
  }

  public List<Substitution> mine() {
    return List.copyOf(all);
  }

  public List<Substitution> all() {
    return mine();
  }

  public Substitution name(NewSubstitution typed) {
    if (typed.until() == null) {
      throw new InvalidInput(List.of(Problem.of("until", "substitution.until.missing")));
    }
    var me = callers.current();
    var substitute = new UserId(Objects.requireNonNull(typed.substitute()));
    var named = one(me.user(), me.name(), substitute, nameOf(substitute), State.PROPOSED);
    all.add(named);
    return named;
  }

  public Substitution accept(UUID id) {
    return become(id, State.ACCEPTED);
  }

  public Substitution decline(UUID id) {
    return become(id, State.DECLINED);
  }

  public Substitution end(UUID id) {
    return become(id, State.ENDED);
  }

  public void delegate(long key, UserId to, String note) {
    done.add("delegate " + key + " to " + nameOf(to) + ": " + note);
  }

  public void handBack(long key, String note) {
    done.add("hand back " + key + ": " + note);
    if (firm.lent.remove(key)) {
      firm.end(key);
    }
  }

  public void reassign(long key, UserId to, String note) {
    done.add("reassign " + key + " to " + nameOf(to) + ": " + note);
  }

  public List<Person> delegates() {
    return Cast.people();
  }

  public List<Person> entitled(long key) {
    return Cast.people();
  }

  public List<Person> entitledToAny(Collection<Long> keys) {
    return Cast.people();
  }

  public List<TaskEvent> history(long key) {
    return List.copyOf(history);
  }

  public void putOff(long key, LocalDate until) {
    if (until == null) {
      throw new InvalidInput(List.of(Problem.of("until", "task.followUp.day", 366)));
    }
    done.add("put off " + key + " until " + until);
  }

  public void resume(long key) {
    done.add("resume " + key);
  }

  private Substitution become(UUID id, State state) {
    var before = all.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    var after =
        new Substitution(
            id,
            before.absent(),
            before.absentName(),
            before.substitute(),
            before.substituteName(),
            before.from(),
            before.until(),
            null,
            state,
            false,
            before.setByName(),
            false,
            state == State.ACCEPTED);
    all.replaceAll(each -> each.id().equals(id) ? after : each);
    return after;
  }

  private Substitution one(
      UserId absent, String absentName, UserId substitute, String substituteName, State state) {
    var day = LocalDate.of(2026, 12, 1);
    return new Substitution(
        new UUID(7, all.size()),
        absent,
        absentName,
        substitute,
        substituteName,
        day,
        day.plusDays(3),
        null,
        state,
        false,
        absentName,
        callers.current().user().equals(substitute),
        true);
  }

  private static String nameOf(UserId person) {
    return Cast.people().stream()
        .filter(each -> each.id().equals(person))
        .map(Person::name)
        .findFirst()
        .orElseThrow();
  }

  /** The services of core, answered by it. */
  @Configuration(proxyBeanMethods = false)
  static class Services {
    @Bean
    Substitutions substitutions(TeamInMemory memory) {
      return mock(Substitutions.class, delegatesTo(memory));
    }

    @Bean
    TaskHandovers handovers(TeamInMemory memory) {
      return mock(TaskHandovers.class, delegatesTo(memory));
    }

    @Bean
    TaskResting resting(TeamInMemory memory) {
      return mock(TaskResting.class, delegatesTo(memory));
    }
  }
}
