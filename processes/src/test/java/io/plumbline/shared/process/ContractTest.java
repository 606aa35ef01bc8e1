package io.plumbline.shared.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.identity.Role;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** The models and the code use the same names, in both directions. */
class ContractTest {
  private static final Set<String> GROUPS =
      Arrays.stream(Role.values()).map(Role::group).collect(Collectors.toSet());

  static Stream<ModelFile> processes() {
    return ModelFile.in("bpmn");
  }

  @ParameterizedTest
  @MethodSource("processes")
  void shouldUseTheSameNames(ModelFile process) {
    assertThat(Contract.of(process).problems()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("processes")
  void shouldCallOnlyDecisionsThatExist(ModelFile process) {
    assertThat(process.all("calledDecision").map(call -> call.getAttribute("decisionId")))
        .isSubsetOf(
            ModelFile.in("dmn").flatMap(model -> model.all("decision")).map(Elements::id).toList());
  }

  @Test
  void shouldAskOnlyGroupsThatExist() {
    assertThat(ModelFile.all().stream().flatMap(ContractTest::groups))
        .isNotEmpty()
        .isSubsetOf(GROUPS);
  }

  static Stream<Arguments> differences() {
    return Stream.of(
        Arguments.of(
            "invoice.checkInvoice", "invoice.check", "Job invoice.check is not in SoundInvoice"),
        Arguments.of(
            "invoice.checkInvoice",
            "invoice.check",
            "Job invoice.checkInvoice is not in sound.bpmn"),
        Arguments.of(
            "invoice.checkInvoice", "invoice.check", "CheckInvoice has the job type invoice.check"),
        Arguments.of(
            "invoice.received", "invoice.arrived", "Message invoice.received is not in sound.bpmn"),
        Arguments.of("INVOICE_REFUSED", "REFUSED", "Error REFUSED is not in SoundInvoice"),
        Arguments.of(
            "invoice.pay", "invoice.payment", "FormKey invoice.payment is not in SoundInvoice"),
        Arguments.of("\"PayInvoice\"", "\"PayBill\"", "Element PayInvoice is not in sound.bpmn"),
        Arguments.of("\"PayInvoice\"", "\"PayBill\"", "Element PayBill is not in SoundInvoice"),
        Arguments.of("\"Pay invoice\"", "\"Pay bill\"", "'Pay bill' has the id PayInvoice"),
        Arguments.of(
            "process id=\"sound\"",
            "process id=\"sounds\"",
            "process [sounds] is known as [sound]"));
  }

  @ParameterizedTest
  @MethodSource("differences")
  void shouldNotice(String sound, String broken, String problem) {
    var model = Fixture.with("invoice/sound.bpmn", sound, broken);

    assertThat(new Contract(model, SoundInvoice.class).problems()).contains(problem);
  }

  @Test
  void shouldFindNothingInASoundModel() {
    assertThat(new Contract(Fixture.sound("invoice/sound.bpmn"), SoundInvoice.class).problems())
        .isEmpty();
  }

  /** Groups written into a model: fixed assignments, and the groups a decision answers with. */
  private static Stream<String> groups(ModelFile model) {
    var assigned =
        model
            .all("assignmentDefinition")
            .map(assignment -> assignment.getAttribute("candidateGroups"))
            .filter(groups -> !groups.isEmpty() && !groups.startsWith("="))
            .flatMap(groups -> Arrays.stream(groups.split(" *, *")));
    return Stream.concat(assigned, model.all("decisionTable").flatMap(ContractTest::decided));
  }

  private static Stream<String> decided(Element table) {
    var outputs =
        ModelFile.children(table, "output").map(output -> output.getAttribute("name")).toList();
    return ModelFile.children(table, "rule")
        .map(rule -> ModelFile.children(rule, "outputEntry").toList())
        .flatMap(
            entries ->
                Stream.of(outputs.indexOf("group"), outputs.indexOf("escalateTo"))
                    .filter(at -> at >= 0)
                    .map(entries::get))
        .map(entry -> entry.getTextContent().strip().replace("\"", ""));
  }

  /** The constants of the fixture. */
  static final class SoundInvoice {
    public static final String ID = "sound";

    static final class Job {
      public static final String CHECK_INVOICE = "invoice.checkInvoice";
    }

    static final class Message {
      public static final String RECEIVED = "invoice.received";
    }

    static final class Error {
      public static final String REFUSED = "INVOICE_REFUSED";
    }

    static final class FormKey {
      public static final String PAY = "invoice.pay";
    }

    static final class Element {
      public static final String PAY_INVOICE = "PayInvoice";
    }
  }
}
