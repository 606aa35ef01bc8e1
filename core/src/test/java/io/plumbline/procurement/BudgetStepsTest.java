package io.plumbline.procurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plumbline.CoreTest;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.NotFound;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
class BudgetStepsTest {
  private final PurchaseRequestSteps steps;
  private final PurchaseRequests requests;
  private final TestFirms firms;
  private final JdbcClient jdbc;

  BudgetStepsTest(
      PurchaseRequestSteps steps, PurchaseRequests requests, TestFirms firms, JdbcClient jdbc) {
    this.steps = steps;
    this.requests = requests;
    this.firms = firms;
    this.jdbc = jdbc;
  }

  @Test
  void shouldPromiseMoneyAndShowIt() {
    var firm = firms.newFirm(10_000);
    var id = firm.aRequest().over(4_000).submitted().id();
    assertThat(budget(firm, id))
        .isEqualTo(new BudgetPosition("materials", "SAR", 1_000_000, 0, 0, 400_000, false));

    var commitment = commit(firm, id);

    assertThat(commitment.budgetLeftMinor()).isEqualTo(600_000);
    var after = budget(firm, id);
    assertThat(after)
        .isEqualTo(new BudgetPosition("materials", "SAR", 1_000_000, 0, 400_000, 400_000, true));
    assertThat(after.freeBeforeMinor()).isEqualTo(1_000_000);
    assertThat(after.freeAfterMinor()).isEqualTo(600_000);
  }

  @Test
  void shouldGiveSameAnswerWhenRepeated() {
    var firm = firms.newFirm(10_000);
    var id = firm.aRequest().over(4_000).submitted().id();
    assertThat(commit(firm, id)).isEqualTo(commit(firm, id));
    assertThat(openCommitments(firm)).isEqualTo(1);
  }

  @Test
  void shouldGiveBackWhatWithdrawalFindsCommittedAndCommitNothingAfterIt() {
    var firm = firms.newFirm(10_000);
    var id = firm.aRequest().over(4_000).submitted().id();
    commit(firm, id);
    firm.run(firm.requester(), () -> requests.withdraw(id, "found some in store"));
    assertThatThrownBy(() -> commit(firm, id)).isInstanceOf(Conflict.class);

    firm.run(firm.tenant().system(), () -> steps.withdraw(id));

    assertThat(openCommitments(firm)).isZero();
    assertThatThrownBy(() -> commit(firm, id)).isInstanceOf(Conflict.class);
  }

  @Test
  void shouldRefuseMoreThanIsLeftUnlessAllowed() {
    var firm = firms.newFirm(10_000);
    commit(firm, firm.aRequest().over(8_000).submitted().id());
    var id = firm.aRequest().over(3_000).submitted().id();

    var refused = catchThrowableOfType(BudgetExceeded.class, () -> commit(firm, id));
    assertThat(refused.overByMinor()).isEqualTo(100_000);
    assertThat(refused).hasMessageContaining("3,000 SAR").hasMessageContaining("2,000 SAR");

    var allowed = firm.asSystem(() -> steps.commitBudget(id, 1, true));
    assertThat(allowed.budgetLeftMinor()).isEqualTo(-100_000);
  }

  @Test
  void shouldRefuseWithoutBudgetLineUnlessAllowed() {
    var firm = firms.newFirm();
    var id = firm.aRequest().over(500).inCategory("office").submitted().id();
    assertThatThrownBy(() -> commit(firm, id)).isInstanceOf(BudgetLineMissing.class);
    var allowed = firm.asSystem(() -> steps.commitBudget(id, 1, true));
    assertThat(allowed.budgetLeftMinor()).isEqualTo(-50_000);
    assertThat(budgetOrNull(firm, id)).isNull();
  }

  @Test
  void shouldGiveMoneyBackOnce() {
    var firm = firms.newFirm(10_000);
    var id = firm.aRequest().over(8_000).submitted().id();
    var commitment = commit(firm, id);
    for (var time = 0; time < 2; time++) {
      firm.run(firm.tenant().system(), () -> steps.releaseBudget(id, commitment.id()));
    }
    assertThat(budget(firm, id).freeAfterMinor()).isEqualTo(200_000);
    assertThat(
            firm.as(firm.requester(), () -> requests.find(id)).timeline().stream()
                .filter(event -> event.kind().equals("released")))
        .hasSize(1);
  }

  @Test
  void shouldReleaseWhateverIsOpenWhenNoCommitmentIsNamed() {
    var firm = firms.newFirm(10_000);
    var id = firm.aRequest().over(8_000).submitted().id();
    commit(firm, id);
    firm.run(firm.tenant().system(), () -> steps.releaseBudget(id, null));
    assertThat(openCommitments(firm)).isZero();
  }

  @Test
  void shouldNotCommitAnotherRevisionThanStands() {
    var firm = firms.newFirm();
    var id = firm.aRequest().submitted().id();
    assertThatThrownBy(() -> firm.asSystem(() -> steps.commitBudget(id, 2, false)))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void shouldLetOneOfTwoRacingRequestsHaveTheLastMoney() {
    var firm = firms.newFirm(10_000);
    var ids =
        IntStream.range(0, 8).mapToObj(i -> firm.aRequest().over(6_000).submitted().id()).toList();

    var committed =
        atOnce(ids.stream().<Callable<Boolean>>map(id -> () -> fits(firm, id)).toList());

    assertThat(committed).containsOnlyOnce(true);
    assertThat(openCommitments(firm)).isEqualTo(1);
  }

  @Test
  void shouldHaveOneEffectWhenSameStepRunsManyTimesAtOnce() {
    var firm = firms.newFirm(10_000);
    var id = firm.aRequest().over(6_000).submitted().id();
    Callable<PurchaseRequestSteps.Commitment> step = () -> commit(firm, id);
    var answers = atOnce(IntStream.range(0, 8).mapToObj(i -> step).toList());
    assertThat(answers).containsOnly(answers.getFirst());
    assertThat(openCommitments(firm)).isEqualTo(1);
  }

  @Test
  void shouldLetOneInstanceClaimTheRequest() {
    var firm = firms.newFirm();
    var id = firm.aRequest().submitted().id();
    var effective =
        atOnce(
            IntStream.rangeClosed(1, 8)
                .<Callable<Boolean>>mapToObj(key -> () -> claim(firm, id, key))
                .toList());
    assertThat(effective).containsOnlyOnce(true);
    var winner = effective.indexOf(true) + 1L;
    assertThat(claim(firm, id, winner)).isTrue();
    assertThat(firm.as(firm.requester(), () -> requests.find(id)).processInstanceKey())
        .isEqualTo(winner);
  }

  @Test
  void shouldNotTouchRequestsOfOtherFirms() {
    var firm = firms.newFirm();
    var id = firm.aRequest().submitted().id();
    var other = firms.newFirm();
    assertThatThrownBy(() -> commit(other, id)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> claim(other, id, 1)).isInstanceOf(NotFound.class);
  }

  private boolean claim(TestFirm firm, PurchaseRequestId id, long key) {
    return firm.asSystem(() -> steps.claim(id, key));
  }

  private boolean fits(TestFirm firm, PurchaseRequestId id) {
    try {
      commit(firm, id);
      return true;
    } catch (BudgetExceeded e) {
      return false;
    }
  }

  private PurchaseRequestSteps.Commitment commit(TestFirm firm, PurchaseRequestId id) {
    return firm.asSystem(() -> steps.commitBudget(id, 1, false));
  }

  private BudgetPosition budget(TestFirm firm, PurchaseRequestId id) {
    return java.util.Objects.requireNonNull(budgetOrNull(firm, id));
  }

  private @org.jspecify.annotations.Nullable BudgetPosition budgetOrNull(
      TestFirm firm, PurchaseRequestId id) {
    return firm.as(firm.requester(), () -> requests.find(id)).budget();
  }

  private long openCommitments(TestFirm firm) {
    return firm.asSystem(
        () ->
            jdbc.sql("select count(*) from app.budget_commitment where state = 'OPEN'")
                .query(Long.class)
                .single());
  }

  static <T> List<T> atOnce(List<Callable<T>> actions) {
    try (var threads = Executors.newFixedThreadPool(actions.size())) {
      return threads.invokeAll(actions).stream().map(future -> future.resultNow()).toList();
    } catch (InterruptedException e) {
      throw new IllegalStateException("Interrupted while racing", e);
    }
  }
}
