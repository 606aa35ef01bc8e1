package io.plumbline.inbox;

import io.plumbline.identity.Caller;
import io.plumbline.identity.UserId;
import io.plumbline.inbox.Duties.DecidedBy;
import io.plumbline.shared.Decisions;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the table who may not decide although the task is for them. */
@Component
class SegregationOfDuties {
  private static final String DECISION = "segregation-of-duties";

  private final Decisions decisions;

  SegregationOfDuties(Decisions decisions) {
    this.decisions = decisions;
  }

  /**
   * The verdict on this caller, who may act for someone else.
   *
   * @throws Decisions.DecisionUnanswered when the table gives no answer: then nobody decides
   */
  Verdict on(Duties duties, Caller caller) {
    var answer = decisions.evaluate(DECISION, facts(duties, caller));
    return new Verdict(
        answer.output("allowed", Boolean.class),
        answer.output("rule", String.class),
        answer.version());
  }

  private static Map<String, @Nullable Object> facts(Duties duties, Caller caller) {
    var facts = new HashMap<String, @Nullable Object>();
    facts.put("duty", duties.deciding() ? "decide" : "work");
    facts.put("actor", caller.user().toString());
    facts.put("actingFor", text(caller.actingFor()));
    facts.put("via", texts(caller.via()));
    facts.put("requester", text(duties.requester()));
    facts.put("deciders", texts(duties.before().stream().map(DecidedBy::actor).toList()));
    facts.put(
        "principals",
        texts(duties.before().stream().map(DecidedBy::actedFor).filter(Objects::nonNull).toList()));
    return facts;
  }

  private static @Nullable String text(@Nullable UserId person) {
    return person == null ? null : person.toString();
  }

  private static List<String> texts(Collection<UserId> people) {
    return people.stream().map(UserId::toString).toList();
  }

  /**
   * What the table says.
   *
   * @param rule the rule that fitted; {@code duties.<rule>} is its sentence in problems.properties
   * @param version of the table
   */
  record Verdict(boolean allowed, String rule, String version) {
    /** Problem code of the refusal, or empty. */
    Optional<String> refusal() {
      return allowed ? Optional.empty() : Optional.of("duties." + rule);
    }
  }
}
