package io.plumbline.procurement.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.procurement.process.ProcurementApproval.Decision;
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

/** Every rule of dmn/procurement/approval-matrix.dmn, on and beside its limits. */
class ApprovalMatrixModelTest {
  @RegisterExtension static final TestEngine ENGINE = TestEngine.withAllModels();

  static Stream<Arguments> cases() {
    return Stream.of(
        fits(1, "materials", 0, "AnyAmount"),
        fits(4_999_99, "materials", 0, "AnyAmount"),
        fits(5_000_00, "materials", 0, "AnyAmount", "FromFiveThousand"),
        fits(49_999_99, "materials", 0, "AnyAmount", "FromFiveThousand"),
        fits(50_000_00, "materials", 0, "AnyAmount", "FromFiveThousand", "FromFiftyThousand"),
        fits(50_000_00, "office", 0, "AnyAmount", "FromFiveThousand", "FromFiftyThousand"),
        fits(1, "materials", -1, "AnyAmount", "OverBudget"),
        fits(1, "office", -1, "AnyAmount"),
        fits(
            50_000_00,
            "services",
            -1,
            "AnyAmount",
            "FromFiveThousand",
            "FromFiftyThousand",
            "OverBudget"),
        fits(0, "materials", 0, "AmountMissing"),
        fits(-1, "materials", 0, "AmountMissing"),
        fits(null, "materials", 0, "AmountMissing"),
        fits("5000000", "materials", 0, "AmountMissing"),
        fits(1, null, 0, "AnyAmount", "CategoryMissing"),
        fits(1, "", 0, "AnyAmount", "CategoryMissing"),
        fits(1, 7, 0, "AnyAmount", "CategoryMissing"),
        fits(1, "office", null, "AnyAmount", "BudgetLeftMissing"),
        fits(1, "office", "plenty", "AnyAmount", "BudgetLeftMissing"),
        fits(null, null, null, "AmountMissing", "CategoryMissing", "BudgetLeftMissing"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shouldFitExactlyTheseRules(Map<String, Object> request, List<String> rules) {
    assertThat(ENGINE.matchedRules(Decision.APPROVAL_MATRIX, request))
        .containsExactlyElementsOf(rules);
  }

  @Test
  void shouldTakeWhatWasNotSentForMissing() {
    assertThat(ENGINE.matchedRules(Decision.APPROVAL_MATRIX, Map.of()))
        .containsExactly("AmountMissing", "CategoryMissing", "BudgetLeftMissing");
  }

  @Test
  void shouldSayWhoDecidesUntilWhenAndWhoAfterwards() {
    assertThat(ENGINE.decide(Decision.APPROVAL_MATRIX, request(50_000_00, "materials", 0)))
        .isEqualTo(
            """
            [{"rank":1,"group":"project-manager","hours":8,"escalateTo":"procurement-manager"},\
            {"rank":2,"group":"procurement-manager","hours":8,"escalateTo":"finance-director"},\
            {"rank":3,"group":"finance-director","hours":16,"escalateTo":"organisation-admin"}]""");
  }

  @Test
  void shouldSendMissingFiguresToTheAdministratorsAtTheEnd() {
    assertThat(ENGINE.decide(Decision.APPROVAL_MATRIX, request(1, "office", null)))
        .endsWith(
            "{\"rank\":4,\"group\":\"organisation-admin\",\"hours\":8,\"escalateTo\":\"organisation-admin\"}]");
  }

  private static Arguments fits(
      @Nullable Object amount,
      @Nullable Object category,
      @Nullable Object budgetLeft,
      String... rules) {
    return Arguments.of(request(amount, category, budgetLeft), List.of(rules));
  }

  private static Map<String, Object> request(
      @Nullable Object amount, @Nullable Object category, @Nullable Object budgetLeft) {
    var variables = new HashMap<String, Object>();
    variables.put("amountMinor", amount);
    variables.put("category", category);
    variables.put("budgetLeftMinor", budgetLeft);
    return variables;
  }
}
