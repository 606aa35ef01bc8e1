package io.plumbline.procurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.CoreTest;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Role;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.NotFound;
import io.plumbline.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@CoreTest
@RecordApplicationEvents
class RequestAccessTest {
  private final PurchaseRequests requests;
  private final PurchaseRequestSteps steps;
  private final TestFirms firms;
  private final TestProcess process;
  private TestFirm firm;
  private PurchaseRequestId id;

  RequestAccessTest(
      PurchaseRequests requests, PurchaseRequestSteps steps, TestFirms firms, TestProcess process) {
    this.requests = requests;
    this.steps = steps;
    this.firms = firms;
    this.process = process;
  }

  @BeforeEach
  void newRequest() {
    firm = firms.newFirm();
    id = firm.aRequest().submitted().id();
  }

  @Test
  void shouldShowRequestToRequesterAndManagersOnly() {
    for (var caller :
        List.of(
            firm.requester(),
            firm.projectManager(),
            firm.procurementManager(),
            firm.financeDirector(),
            firm.admin())) {
      assertThat(firm.as(caller, () -> requests.find("PR-000001")).id()).isEqualTo(id);
    }
    for (var caller : List.of(firm.operator(), otherRequester())) {
      assertHidden(firm, caller);
    }
  }

  @Test
  void shouldNotExistForOtherFirms() {
    var other = firms.newFirm();
    assertHidden(other, other.admin());
    assertThatThrownBy(() -> other.run(other.admin(), () -> requests.withdraw(id, "mine now")))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> other.as(other.admin(), () -> requests.find("PR-000001")))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void shouldKeepCommentsInOrderWithTheirAuthors() {
    comment(firm.requester(), " first\nline ");
    comment(firm.projectManager(), "<b>second</b>");
    assertThat(firm.as(firm.requester(), () -> requests.find(id)).comments())
        .extracting(comment -> comment.authorName() + ": " + comment.body())
        .containsExactly("Rana Requester: first\nline", "Petra Projects: <b>second</b>");
  }

  @Test
  void shouldRefuseEmptyAndOverlongComments() {
    for (var body : List.of("", "  \n ", "x".repeat(4_001), "\0")) {
      assertThatThrownBy(() -> comment(firm.requester(), body)).isInstanceOf(InvalidInput.class);
    }
  }

  @Test
  void shouldShowOrderDocumentToThoseWhoSeeTheRequest() {
    process.order(firm, id);
    for (var number : List.of("PO-000001", "PR-000001")) {
      var file = firm.as(firm.requester(), () -> requests.orderDocument(number));
      assertThat(file.contentType()).isEqualTo("application/pdf");
      assertThat(new String(file.content(), StandardCharsets.UTF_8)).contains("Gulf Cement");
    }
    for (var caller : List.of(firm.operator(), otherRequester())) {
      assertThatThrownBy(() -> firm.as(caller, () -> requests.orderDocument("PO-000001")))
          .isInstanceOf(NotFound.class);
    }
    var other = firms.newFirm();
    assertThatThrownBy(() -> other.as(other.admin(), () -> requests.orderDocument("PO-000001")))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void shouldLetRequesterAndAdminWithdrawOnce(ApplicationEvents events) {
    assertThatThrownBy(() -> withdraw(firm.projectManager())).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> withdraw(firm.operator())).isInstanceOf(NotFound.class);
    withdraw(firm.requester());
    assertThatThrownBy(() -> withdraw(firm.admin())).isInstanceOf(Conflict.class);

    assertThat(events.stream(PurchaseRequestWithdrawn.class))
        .containsExactly(new PurchaseRequestWithdrawn(firm.tenant().id(), id));
    var found = firm.as(firm.requester(), () -> requests.find(id));
    assertThat(found.withdrawalRequested()).isTrue();
    assertThat(found.mayWithdraw()).isFalse();
    assertThat(found.status()).isEqualTo(Status.SUBMITTED);
  }

  @Test
  void shouldWantReasonForWithdrawal() {
    assertThatThrownBy(() -> firm.run(firm.requester(), () -> requests.withdraw(id, " ")))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void shouldNotWithdrawWhatIsOrderedOrRejected() {
    process.order(firm, id);
    assertThatThrownBy(() -> withdraw(firm.requester()))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("PR-000001 is ORDERED");
    id = firm.aRequest().submitted().id();
    firm.run(firm.tenant().system(), () -> steps.reject(id, 1));
    assertThatThrownBy(() -> withdraw(firm.requester())).isInstanceOf(Conflict.class);
  }

  @Test
  void shouldLetOneOfWithdrawalAndOrderWin() {
    process.approve(firm, id);
    var done =
        BudgetStepsTest.atOnce(
            List.of(
                () -> happens(() -> withdraw(firm.requester())),
                () -> happens(() -> firm.asSystem(() -> steps.issueOrder(id, 1, firm.vendor())))));
    assertThat(done).containsOnlyOnce(true);
  }

  private static boolean happens(Runnable action) {
    try {
      action.run();
      return true;
    } catch (Refusal e) {
      return false;
    }
  }

  private Caller otherRequester() {
    var other = firm.tenant().person("Other", Role.REQUESTER);
    firms.assign(firm.tenant(), firm.project(), other.user());
    return other;
  }

  private void assertHidden(TestFirm at, Caller caller) {
    assertThatThrownBy(() -> at.as(caller, () -> requests.find(id))).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> at.run(caller, () -> requests.comment(id, "hello")))
        .isInstanceOf(NotFound.class);
  }

  private void comment(Caller caller, String body) {
    firm.run(caller, () -> requests.comment(id, body));
  }

  private void withdraw(Caller caller) {
    firm.run(caller, () -> requests.withdraw(id, "found some in store"));
  }
}
