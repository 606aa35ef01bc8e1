package io.plumbline.procurement;

import static io.plumbline.procurement.TestRequest.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.CoreTest;
import io.plumbline.identity.Caller;
import io.plumbline.project.Projects;
import io.plumbline.shared.CappedCount;
import io.plumbline.shared.PageRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@CoreTest
class RequestListTest {
  private static final PageRequest FIRST = new PageRequest(0, 50);

  private final PurchaseRequests requests;
  private final PurchaseRequestSteps steps;
  private final Projects projects;
  private final TestFirms firms;
  private TestFirm firm;

  RequestListTest(
      PurchaseRequests requests, PurchaseRequestSteps steps, Projects projects, TestFirms firms) {
    this.requests = requests;
    this.steps = steps;
    this.projects = projects;
    this.firms = firms;
  }

  @BeforeEach
  void newRequests() {
    firm = firms.newFirm();
    firm.aRequest().of(line("white cement", "20", "bags", 900)).submitted();
    firm.aRequest()
        .of(line("laptop", "3", "pcs", 400_000), line("HDMI cable", "3", "pcs", 900))
        .submitted();
    firm.aRequest().by(firm.projectManager()).submitted();
  }

  @Test
  void shouldListNewestFirstWithNames() {
    var rows = list(firm.admin(), any());
    assertThat(rows)
        .extracting(PurchaseRequestRow::number)
        .containsExactly("PR-000003", "PR-000002", "PR-000001");
    assertThat(rows.getFirst().requesterName()).isEqualTo("Petra Projects");
    assertThat(rows.getFirst().projectName()).isEqualTo("Tower B");
    assertThat(rows.get(1).title()).isEqualTo("3 laptop + 1 more");
  }

  @Test
  void shouldShowRequestersTheirOwnOnly() {
    assertThat(numbers(firm.requester(), any())).containsExactly("PR-000002", "PR-000001");
    assertThat(numbers(firm.projectManager(), PurchaseRequestFilter.mine()))
        .containsExactly("PR-000003");
    assertThat(numbers(firm.operator(), any())).isEmpty();
    assertThat(numbers(firm.requester(), words("load"))).isEmpty();
    var other = firms.newFirm();
    assertThat(numbers(other.admin(), any())).isEmpty();
    assertThat(numbers(other.admin(), words("cement"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PR-000002", "pr-0000", "000002", "hdmi", "LAP cab", " laptop  hdmi "})
  void shouldFindByNumberTitleAndItem(String typed) {
    assertThat(numbers(firm.admin(), words(typed))).contains("PR-000002");
    assertThat(numbers(firm.requester(), words(typed))).contains("PR-000002");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cement laptop", "' | !& :*", "()", "\\", "zzz"})
  void shouldFindNothingForWordsThatDoNotMeet(String typed) {
    assertThat(numbers(firm.admin(), words(typed))).isEmpty();
  }

  @Test
  void shouldTakeWordsOfAnyLength() {
    assertThat(numbers(firm.admin(), words("cement ".repeat(20_000)))).contains("PR-000001");
    assertThat(numbers(firm.admin(), words("\0 "))).hasSize(3);
  }

  @Test
  void shouldFilterByStatusAndProject() {
    var rejected = firm.aRequest().submitted();
    firm.run(firm.tenant().system(), () -> steps.reject(rejected.id(), 1));
    var villa = firm.asSystem(() -> projects.open("VIL-7", "Villa 7"));
    firm.aRequest().by(firm.projectManager()).forProject(villa.value()).submitted();

    assertThat(numbers(firm.admin(), filter(Status.REJECTED, null))).containsExactly("PR-000004");
    assertThat(numbers(firm.admin(), filter(null, villa.value()))).containsExactly("PR-000005");
    assertThat(numbers(firm.admin(), filter(Status.ORDERED, null))).isEmpty();
  }

  @Test
  void shouldPageAndCount() {
    assertThat(firm.as(firm.admin(), () -> requests.list(any(), new PageRequest(1, 1))))
        .extracting(PurchaseRequestRow::number)
        .containsExactly("PR-000002");
    assertThat(firm.as(firm.admin(), () -> requests.count(any())))
        .isEqualTo(new CappedCount(3, false));
    assertThat(firm.as(firm.requester(), () -> requests.count(words("cement"))).value())
        .isEqualTo(1);
  }

  private List<String> numbers(Caller caller, PurchaseRequestFilter filter) {
    return list(caller, filter).stream().map(PurchaseRequestRow::number).toList();
  }

  private List<PurchaseRequestRow> list(Caller caller, PurchaseRequestFilter filter) {
    return firm.as(caller, () -> requests.list(filter, FIRST));
  }

  private static PurchaseRequestFilter any() {
    return filter(null, null);
  }

  private static PurchaseRequestFilter words(String typed) {
    return new PurchaseRequestFilter(false, null, null, typed);
  }

  private static PurchaseRequestFilter filter(@Nullable Status status, @Nullable UUID project) {
    return new PurchaseRequestFilter(false, status, project, null);
  }
}
