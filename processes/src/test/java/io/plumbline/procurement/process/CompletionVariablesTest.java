package io.plumbline.procurement.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.procurement.process.ProcurementApproval.Decided;
import io.plumbline.procurement.process.ProcurementApproval.FormKey;
import io.plumbline.procurement.process.ProcurementApproval.OverBudgetDecided;
import io.plumbline.procurement.process.ProcurementApproval.Revised;
import io.plumbline.procurement.process.ProcurementApproval.VendorChosen;
import io.plumbline.shared.process.UserTaskModel;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The user tasks of the model take exactly what the records of the contract carry. */
class CompletionVariablesTest {
  private static final String MODEL = "procurement/procurement-approval.bpmn";

  static Stream<Arguments> answers() {
    return Stream.of(
        Arguments.of(FormKey.APPROVE, Decided.class),
        Arguments.of(FormKey.DECIDE_OVER_BUDGET, OverBudgetDecided.class),
        Arguments.of(FormKey.CHOOSE_VENDOR, VendorChosen.class),
        Arguments.of(FormKey.REVISE, Revised.class));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void shouldTakeWhatTheRecordCarries(String formKey, Class<? extends Record> answer) {
    var carried =
        Arrays.stream(answer.getRecordComponents()).map(RecordComponent::getName).toList();

    assertThat(UserTaskModel.withFormKey(MODEL, formKey))
        .isNotEmpty()
        .allSatisfy(task -> assertThat(task.taken()).containsExactlyInAnyOrderElementsOf(carried));
  }

  @Test
  void shouldKnowTheAnswerOfEveryTask() {
    assertThat(answers().map(answer -> answer.get()[0]))
        .containsExactlyInAnyOrderElementsOf(UserTaskModel.formKeys(MODEL));
  }
}
