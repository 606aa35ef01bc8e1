package io.plumbline.inbox.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.shared.process.TestEngine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of dmn/inbox/segregation-of-duties.dmn; the engine and the application agree. */
class SegregationOfDutiesModelTest {
  private static final String DECISION = "segregation-of-duties";
  @RegisterExtension static final TestEngine ENGINE = TestEngine.withAllModels();

  static Stream<Arguments> cases() {
    return Stream.of(
        fits("Separate", by("ben", null), "rana", List.of(), List.of()),
        fits("Separate", by("ben", "ada"), "rana", List.of("fay"), List.of("guy")),
        fits("OwnRequest", by("rana", null), "rana", List.of(), List.of()),
        fits("OwnRequest", by("rana", "ada"), "rana", List.of("rana"), List.of()),
        fits("PrincipalsOwnRequest", by("ben", "rana"), "rana", List.of(), List.of()),
        fits("DecidedBefore", by("ben", null), "rana", List.of("ben"), List.of()),
        fits("DecidedBefore", by("ben", "ada"), "rana", List.of("fay", "ben"), List.of("guy")),
        fits("DecidedForYouBefore", by("ada", null), "rana", List.of("ben"), List.of("ada")),
        fits("PrincipalDecidedBefore", by("ben", "ada"), "rana", List.of("ada"), List.of()),
        fits("PrincipalDecidedBefore", by("ben", "ada"), "rana", List.of("fay"), List.of("ada")),
        fits("Separate", by("ben", "ada", "cem"), "rana", List.of("fay"), List.of("guy")),
        fits("PassedOnByRequester", by("ben", "ada", "rana"), "rana", List.of(), List.of()),
        fits("PassedOnByRequester", by("ben", "ada", "cem", "rana"), "rana", List.of(), List.of()),
        fits("PassedOnByDecider", by("ben", "ada", "cem"), "rana", List.of("cem"), List.of()),
        fits("PassedOnByDecider", by("ben", "ada", "cem"), "rana", List.of("fay"), List.of("cem")),
        fits("PrincipalDecidedBefore", by("ben", "ada", "cem"), "rana", List.of("ada"), List.of()),
        fits("FactsMissing", by(null, null), "rana", List.of(), List.of()),
        fits("FactsMissing", by("ben", null), null, List.of(), List.of()),
        fits("FactsMissing", by("ben", null), "rana", null, List.of()),
        fits("FactsMissing", by("ben", null), "rana", List.of(), null),
        fits("FactsMissing", by("ben", 7), "rana", List.of(), List.of()),
        fits("FactsMissing", by("ben", null), 7, List.of(), List.of()),
        fits("FactsMissing", by("ben", null), "rana", "nobody", List.of()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shouldFitExactlyThisRule(String rule, Map<String, Object> facts) {
    assertThat(ENGINE.matchedRules(DECISION, facts)).containsExactly(rule);
  }

  @Test
  void shouldLeaveWorkThatJudgesNothingToWhomeverItIsFor() {
    assertThat(ENGINE.matchedRules(DECISION, Map.of("duty", "work", "actor", "rana")))
        .containsExactly("Work");
    assertThat(ENGINE.decide(DECISION, Map.of("duty", "work")))
        .isEqualTo("{\"allowed\":true,\"rule\":\"work\"}");
  }

  @Test
  void shouldWantToKnowThroughWhomItCame() {
    var facts = new HashMap<>(by("ben", "ada"));
    facts.putAll(
        Map.of(
            "duty", "decide", "requester", "rana", "deciders", List.of(), "principals", List.of()));
    facts.put("via", null);
    assertThat(ENGINE.matchedRules(DECISION, facts)).containsExactly("FactsMissing");
    facts.remove("via");
    assertThat(ENGINE.matchedRules(DECISION, facts)).containsExactly("FactsMissing");
  }

  @Test
  void shouldRefuseWhatItDoesNotKnow() {
    assertThat(ENGINE.decide(DECISION, Map.of()))
        .isEqualTo("{\"allowed\":false,\"rule\":\"factsMissing\"}");
    assertThat(ENGINE.matchedRules(DECISION, Map.of("duty", "other")))
        .containsExactly("FactsMissing");
  }

  private static Arguments fits(
      String rule,
      Map<String, Object> people,
      @Nullable Object requester,
      @Nullable Object deciders,
      @Nullable Object principals) {
    var facts = new HashMap<>(people);
    facts.put("duty", "decide");
    facts.put("requester", requester);
    facts.put("deciders", deciders);
    facts.put("principals", principals);
    return Arguments.of(rule, facts);
  }

  private static Map<String, Object> by(
      @Nullable Object actor, @Nullable Object actingFor, String... via) {
    var people = new HashMap<String, Object>();
    people.put("actor", actor);
    people.put("actingFor", actingFor);
    people.put("via", List.of(via));
    return people;
  }
}
