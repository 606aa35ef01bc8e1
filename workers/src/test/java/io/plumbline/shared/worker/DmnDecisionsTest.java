package io.plumbline.shared.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.Decisions.Answer;
import io.plumbline.shared.Decisions.DecisionUnanswered;
import io.plumbline.shared.DutiesInJava;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.jdk.javaapi.CollectionConverters;

/** The tables as the application evaluates them, with no engine anywhere. */
class DmnDecisionsTest {
  private static final String SEGREGATION = "segregation-of-duties";
  private final DmnDecisions decisions;

  DmnDecisionsTest() throws IOException {
    decisions = new DmnDecisions();
  }

  @Test
  void shouldNameTheRuleAndTheVersionOfTheTable() {
    var answer = decisions.evaluate(SEGREGATION, facts("a", null, "a", List.of(), List.of()));

    assertThat(answer.outputs())
        .containsOnly(Map.entry("allowed", false), Map.entry("rule", "ownRequest"));
    assertThat(answer.version()).matches("[0-9a-f]{12}");
  }

  /** Everything three people can be to a request: what tests of core rely on is what is decided. */
  @Test
  void shouldDecideLikeTheStandInOfCoresTests() {
    var standIn = new DutiesInJava();
    assertThat(situations())
        .hasSizeGreaterThan(500)
        .allSatisfy(
            facts ->
                assertThat(decisions.evaluate(SEGREGATION, facts).outputs())
                    .as("%s", facts)
                    .isEqualTo(standIn.evaluate(SEGREGATION, facts).outputs()));
  }

  @Test
  void shouldAnswerInJavasTypesWhateverTheLibraryUses() {
    var outputs = Map.<String, Object>of("allowed", true, "rule", "separate");
    var answered = CollectionConverters.asScala(outputs);

    assertThat(decisions.plain(answered.toMap(scala.$less$colon$less$.MODULE$.refl())))
        .isEqualTo(outputs);
    assertThat(decisions.plain(outputs)).isEqualTo(outputs);
    assertThat(decisions.plain(null)).isNull();
  }

  @Test
  void shouldRefuseFactsOfAnotherType() {
    var facts = facts("a", null, "b", List.of(), List.of());
    for (var fact : facts.keySet()) {
      var wrong = new HashMap<>(facts);
      wrong.put(fact, 7);
      assertThat(decisions.evaluate(SEGREGATION, wrong).outputs())
          .as("%s", wrong)
          .containsEntry("allowed", false)
          .containsEntry("rule", "factsMissing");
    }
  }

  @Test
  void shouldNotAnswerWhatNoTableDecides() {
    assertThatThrownBy(() -> decisions.evaluate("who-pays", Map.of()))
        .isInstanceOf(DecisionUnanswered.class)
        .hasMessageContaining("who-pays");
  }

  @Test
  void shouldNotAnswerWhenNoRuleFits(@TempDir Path folder) throws IOException {
    var only = write(folder, "only", "\"yes\"");
    assertThat(only.evaluate("only", Map.of("word", "yes")))
        .extracting(Answer::outputs)
        .isEqualTo(Map.of("allowed", true, "rule", "fits"));
    assertThatThrownBy(() -> only.evaluate("only", Map.of("word", "no")))
        .isInstanceOf(DecisionUnanswered.class);
    assertThatThrownBy(
            () -> only.evaluate("only", Map.of("word", "yes")).output("rule", Long.class))
        .isInstanceOf(DecisionUnanswered.class)
        .hasMessageContaining("Expected a Long named rule, found fits");
  }

  @Test
  void shouldNotStartWithATableThatCannotBeRead(@TempDir Path folder) {
    assertThatThrownBy(() -> write(folder, "broken", "((("))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("broken.dmn");
  }

  @Test
  void shouldNotStartWithTwoTablesForOneDecision(@TempDir Path folder) throws IOException {
    write(folder, "twice", "\"yes\"");
    Files.copy(folder.resolve("twice.dmn"), folder.resolve("again.dmn"));
    assertThatThrownBy(() -> new DmnDecisions(folder.toUri() + "*.dmn"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("twice");
  }

  private static List<Map<String, @Nullable Object>> situations() {
    var people = List.of("a", "b", "c");
    var all = new ArrayList<Map<String, @Nullable Object>>();
    for (var actingFor : new String[] {null, "b", "c"}) {
      for (var requester : new String[] {null, "a", "b", "c"}) {
        for (var deciders : lists(people)) {
          for (var principals : lists(people)) {
            for (var via : chains()) {
              var facts = facts("a", actingFor, requester, deciders, principals);
              facts.put("via", via);
              all.add(facts);
            }
          }
        }
      }
    }
    all.add(facts(null, null, "b", List.of(), List.of()));
    all.add(Map.of());
    all.add(Map.of("duty", "work", "actor", "a"));
    all.add(Map.of("duty", "something else", "actor", "a"));
    return all;
  }

  private static List<@Nullable List<String>> lists(List<String> people) {
    var lists = new ArrayList<@Nullable List<String>>();
    lists.add(null);
    lists.add(List.of());
    people.forEach(person -> lists.add(List.of(person)));
    lists.add(List.of("b", "c"));
    lists.add(List.of("d"));
    return lists;
  }

  private static List<@Nullable List<String>> chains() {
    return Arrays.asList(null, List.of(), List.of("b"), List.of("c"), List.of("d", "b"));
  }

  private static Map<String, @Nullable Object> facts(
      @Nullable String actor,
      @Nullable String actingFor,
      @Nullable String requester,
      @Nullable List<String> deciders,
      @Nullable List<String> principals) {
    var facts = new HashMap<String, @Nullable Object>();
    facts.put("duty", "decide");
    facts.put("actor", actor);
    facts.put("actingFor", actingFor);
    facts.put("requester", requester);
    facts.put("deciders", deciders);
    facts.put("principals", principals);
    facts.put("via", List.of());
    return facts;
  }

  /** A table with one rule that fits this entry. */
  private static DmnDecisions write(Path folder, String id, String entry) throws IOException {
    Files.writeString(
        folder.resolve(id + ".dmn"),
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
          <decision id="%s" name="%s">
            <decisionTable id="t" hitPolicy="FIRST">
              <input id="i"><inputExpression id="e" typeRef="string"><text>word</text></inputExpression></input>
              <output id="o1" name="allowed" typeRef="boolean" />
              <output id="o2" name="rule" typeRef="string" />
              <rule id="r">
                <inputEntry id="r1"><text>%s</text></inputEntry>
                <outputEntry id="r2"><text>true</text></outputEntry>
                <outputEntry id="r3"><text>"fits"</text></outputEntry>
              </rule>
            </decisionTable>
          </decision>
        </definitions>
        """
            .formatted(id, id, entry));
    return new DmnDecisions(folder.toUri() + "*.dmn");
  }
}
