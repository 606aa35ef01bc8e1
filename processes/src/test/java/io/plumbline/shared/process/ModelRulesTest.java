package io.plumbline.shared.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules hold in every model of the house, and each of them notices when it is broken. */
class ModelRulesTest {
  private static final List<ModelRule> RULES =
      Stream.<ModelRule>concat(Stream.of(WordingRules.values()), Stream.of(DrawingRules.values()))
          .toList();

  static Stream<Arguments> rulesAndModels() {
    var models = ModelFile.all();
    return RULES.stream().flatMap(rule -> models.stream().map(model -> Arguments.of(rule, model)));
  }

  @ParameterizedTest
  @MethodSource("rulesAndModels")
  void shouldHold(ModelRule rule, ModelFile model) {
    assertThat(rule.problems(model)).isEmpty();
  }

  @Test
  void shouldNameEachFileAfterItsOnlyContent() {
    assertThat(ModelFile.all())
        .allSatisfy(
            model ->
                assertThat(Stream.of("process", "decision").flatMap(model::all).map(Elements::id))
                    .containsExactly(model.toString().replaceFirst("\\.(bpmn|dmn)$", "")));
  }

  @Test
  void shouldNotUseAFileNameTwice() {
    assertThat(ModelFile.all()).extracting(ModelFile::toString).doesNotHaveDuplicates();
  }

  @Test
  void shouldFindNothingInASoundModel() {
    assertThat(RULES)
        .allSatisfy(
            rule -> {
              assertThat(rule.problems(Fixture.sound("invoice/sound.bpmn"))).isEmpty();
              assertThat(rule.problems(Fixture.sound("invoice/sound.dmn"))).isEmpty();
            });
  }

  static Stream<Arguments> defects() {
    return Stream.of(
        defect(
            WordingRules.NAMED,
            "invoice/sound.bpmn",
            "name=\"Pay invoice\"",
            "",
            "PayInvoice has no name"),
        defect(
            WordingRules.NAMED,
            "invoice/sound.bpmn",
            "name=\"invoice.received\"",
            "",
            "InvoiceReceivedMessage has no name"),
        defect(
            WordingRules.NAMED,
            "invoice/sound.dmn",
            "label=\"Amount\"",
            "",
            "InputAmount has no name"),
        defect(
            WordingRules.ANSWERS_NAMED,
            "invoice/sound.bpmn",
            "name=\"No\"",
            "",
            "Correct_Refused answers a question without a name"),
        defect(
            WordingRules.DOCUMENTED,
            "invoice/sound.bpmn",
            "An invoice is checked and paid.",
            " ",
            "sound has no documentation"),
        defect(
            WordingRules.DOCUMENTED,
            "invoice/sound.dmn",
            "<description>Large amounts.</description>",
            "",
            "Large has no documentation"),
        defect(
            WordingRules.NOT_HARD_CODED,
            "invoice/sound.bpmn",
            "=remindAt",
            "PT8H",
            "'PT8H' is hard-coded"),
        defect(
            WordingRules.NOT_HARD_CODED,
            "invoice/sound.bpmn",
            "assignee=\"=payerId\"",
            "assignee=\"bob\"",
            "'bob' is hard-coded"),
        defect(
            WordingRules.NOT_HARD_CODED,
            "invoice/sound.bpmn",
            "dueDate=\"=dueAt\"",
            "dueDate=\"2026-12-01T17:00:00Z\"",
            "'2026-12-01T17:00:00Z' is hard-coded"),
        defect(
            WordingRules.FOR_THE_ENGINE_WE_SHIP,
            "invoice/sound.bpmn",
            "8.5.0",
            "8.7.0",
            "is made for the platform '8.7.0'"),
        defect(
            WordingRules.FOR_THE_ENGINE_WE_SHIP,
            "invoice/sound.bpmn",
            "isExecutable=\"true\"",
            "",
            "sound is not executable"),
        defect(
            DrawingRules.COMPLETE,
            "invoice/sound.bpmn",
            "bpmnElement=\"PayInvoice\"",
            "bpmnElement=\"Nobody\"",
            "PayInvoice has no shape"),
        defect(
            DrawingRules.COMPLETE,
            "invoice/sound.bpmn",
            "bpmnElement=\"Correct_Refused\"",
            "bpmnElement=\"Nobody\"",
            "Correct_Refused has no line"),
        defect(
            DrawingRules.COMPLETE,
            "invoice/sound.dmn",
            "dmnElementRef=\"Amount\"",
            "dmnElementRef=\"Nobody\"",
            "Amount has no shape"),
        defect(
            DrawingRules.CONNECTED,
            "invoice/sound.bpmn",
            "<di:waypoint x=\"480\" y=\"200\" />",
            "<di:waypoint x=\"480\" y=\"190\" />",
            "Correct_Payment does not run straight from border to border"),
        defect(
            DrawingRules.CONNECTED,
            "invoice/sound.bpmn",
            "<di:waypoint x=\"900\" y=\"200\" />",
            "<di:waypoint x=\"880\" y=\"200\" />",
            "Payment_Paid does not run straight from border to border"),
        defect(
            DrawingRules.APART,
            "invoice/sound.bpmn",
            "x=\"900\" y=\"182\"",
            "x=\"850\" y=\"182\"",
            "Payment overlaps Paid"),
        defect(
            DrawingRules.ENCLOSED,
            "invoice/sound.bpmn",
            "x=\"600\" y=\"160\"",
            "x=\"600\" y=\"105\"",
            "PayInvoice sticks out of Payment"),
        defect(
            DrawingRules.ON_THE_BORDER,
            "invoice/sound.bpmn",
            "x=\"632\" y=\"222\"",
            "x=\"632\" y=\"202\"",
            "ReminderDue is not on the border of PayInvoice"),
        defect(
            DrawingRules.LINES_CLEAR,
            "invoice/sound.bpmn",
            "x=\"382\" y=\"282\"",
            "x=\"440\" y=\"182\"",
            "Correct_Payment runs through Refused"),
        defect(
            DrawingRules.NAMES_CLEAR,
            "invoice/sound.bpmn",
            "x=\"382\" y=\"150\"",
            "x=\"300\" y=\"150\"",
            "the name of Correct lies on CheckInvoice"));
  }

  @ParameterizedTest
  @MethodSource("defects")
  void shouldNotice(ModelRule rule, ModelFile broken, String problem) {
    assertThat(rule.problems(broken)).contains(problem);
  }

  private static Arguments defect(
      ModelRule rule, String fixture, String sound, String broken, String problem) {
    return Arguments.of(rule, Fixture.with(fixture, sound, broken), problem);
  }
}
