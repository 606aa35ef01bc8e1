package io.plumbline.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for {@code dmn/inbox/segregation-of-duties.dmn} where no table can be evaluated; a test
 * of the workers holds both equal.
 */
public class DutiesInJava implements Decisions {
  public static final String VERSION = "in Java";

  @Override
  public Answer evaluate(String decisionId, Map<String, ? extends @Nullable Object> facts) {
    if (!decisionId.equals("segregation-of-duties")) {
      throw new DecisionUnanswered("There is no decision " + decisionId);
    }
    var rule = rule(facts);
    return new Answer(
        Map.of("allowed", List.of("work", "separate").contains(rule), "rule", rule), VERSION);
  }

  private static String rule(Map<String, ? extends @Nullable Object> facts) {
    if ("work".equals(facts.get("duty"))) {
      return "work";
    }
    var known = facts.get("actor") instanceof String && facts.get("requester") instanceof String;
    if (!"decide".equals(facts.get("duty"))) {
      return "factsMissing";
    }
    if (known && Objects.equals(facts.get("actor"), facts.get("requester"))) {
      return "ownRequest";
    }
    if (known && Objects.equals(facts.get("actingFor"), facts.get("requester"))) {
      return "principalsOwnRequest";
    }
    if (known && list(facts.get("via")).contains(facts.get("requester"))) {
      return "passedOnByRequester";
    }
    return before(facts, known);
  }

  private static String before(Map<String, ? extends @Nullable Object> facts, boolean known) {
    var actor = facts.get("actor");
    var absent = facts.get("actingFor");
    var deciders = list(facts.get("deciders"));
    var principals = list(facts.get("principals"));
    if (deciders.contains(actor)) {
      return "decidedBefore";
    }
    if (principals.contains(actor)) {
      return "decidedForYouBefore";
    }
    if (absent != null && (deciders.contains(absent) || principals.contains(absent))) {
      return "principalDecidedBefore";
    }
    if (list(facts.get("via")).stream()
        .anyMatch(between -> deciders.contains(between) || principals.contains(between))) {
      return "passedOnByDecider";
    }
    var complete =
        Stream.of("deciders", "principals", "via").allMatch(each -> facts.get(each) != null);
    return known && complete ? "separate" : "factsMissing";
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? new ArrayList<>(list) : new ArrayList<>();
  }
}
