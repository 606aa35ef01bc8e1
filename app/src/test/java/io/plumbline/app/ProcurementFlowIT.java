package io.plumbline.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plumbline.inbox.TaskDecision;
import io.plumbline.operations.Operations;
import io.plumbline.procurement.PurchaseRequestDetails;
import io.plumbline.procurement.PurchaseRequestDetails.Decision;
import io.plumbline.procurement.Status;
import io.plumbline.shared.NotFound;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A purchase request through the whole system, as the people of a firm take it there. */
class ProcurementFlowIT {
  private static final long ONE_LEVEL = 120_000; // 1,200 SAR
  private static final long TWO_LEVELS = 900_000; // 9,000 SAR
  private static final TaskDecision APPROVE = TaskDecision.of("approve");

  private final PlumblineSystem system = PlumblineSystem.shared();
  private final Actor requester = system.as("requester@acme");
  private final Actor projectManager = system.as("project.manager@acme");
  private final Actor procurement = system.as("procurement.manager@acme");
  private final Actor operator = system.as("operator@acme");
  private final Actor finance = system.as("finance.director@acme");

  @BeforeEach
  void emptyMailbox() throws Exception {
    system.mailbox().purgeEmailFromAllMailboxes();
  }

  @Test
  void shouldCarryRequestOverTwoLevelsToTheOrderInTheVendorsMailbox() {
    var number = requester.submit(TWO_LEVELS, true).number();

    projectManager.decide(number, APPROVE);
    procurement.decide(number, APPROVE);

    var ordered = awaitStatus(number, Status.ORDERED);
    await().atMost(Duration.ofSeconds(20)).until(() -> !mailsAbout(ordered).isEmpty());
    assertThat(ordered.decisions()).extracting(Decision::outcome).containsOnly("approve");
    assertThat(requireNonNull(ordered.budget()).orderedMinor()).isGreaterThanOrEqualTo(TWO_LEVELS);
  }

  @Test
  void shouldStartOverWhenARequestComesBackChanged() {
    var number = requester.submit(ONE_LEVEL, true).number();
    projectManager.decide(number, TaskDecision.of("sendBack", "half of it is enough"));

    requester.decide(number, resubmitted(number, ONE_LEVEL / 2));
    projectManager.decide(number, APPROVE);

    var ordered = awaitStatus(number, Status.ORDERED);
    assertThat(ordered.revision()).isEqualTo(2);
    assertThat(ordered.amountMinor()).isEqualTo(ONE_LEVEL / 2);
    assertThat(ordered.decisions())
        .extracting(Decision::outcome)
        .containsExactly("sendBack", "resubmit", "approve");
  }

  @Test
  void shouldGiveTheBudgetBackOnRejection() {
    var free = freeBefore();
    var number = requester.submit(ONE_LEVEL, true).number();

    projectManager.decide(number, TaskDecision.of("reject", "not this year"));

    awaitStatus(number, Status.REJECTED);
    assertThat(freeBefore()).isEqualTo(free);
  }

  @Test
  void shouldEndWhenTheRequesterWithdraws() {
    var number = requester.submit(ONE_LEVEL, true).number();
    var task = projectManager.task(number).key();

    requester.withdraw(number);

    awaitStatus(number, Status.WITHDRAWN);
    await().until(() -> projectManager.openTask(number).isEmpty());
    assertThatThrownBy(() -> projectManager.complete(task, APPROVE))
        .isInstanceOf(io.plumbline.shared.Conflict.class);
  }

  @Test
  void shouldGiveTheBudgetBackWhenAnOperatorCancels() {
    var free = freeBefore();
    var number = requester.submit(ONE_LEVEL, true).number();
    var instance = projectManager.task(number).processInstanceKey();

    operator.run(() -> operations().cancel(instance, "the vendor is insolvent"));

    awaitStatus(number, Status.WITHDRAWN);
    await().until(() -> projectManager.openTask(number).isEmpty());
    await().until(() -> !isRunning(instance));
    assertThat(freeBefore()).isEqualTo(free);
  }

  @Test
  void shouldAskTheFinanceDirectorWhenTheBudgetDoesNotCoverIt() {
    var number = requester.submit("VIL-7", "office", 300_000, true).number();

    finance.decide(number, TaskDecision.of("allow"));
    projectManager.decide(number, APPROVE);

    awaitStatus(number, Status.ORDERED);
  }

  @Test
  void shouldRejectWhenTheFinanceDirectorRefusesToGoOverBudget() {
    var number = requester.submit("VIL-7", "office", 310_000, true).number();

    finance.decide(number, TaskDecision.of("refuse", "no money left"));

    awaitStatus(number, Status.REJECTED);
  }

  @Test
  void shouldAskForAVendorWhenNoneIsNamed() {
    var number = requester.submit(ONE_LEVEL, false).number();
    projectManager.decide(number, APPROVE);

    var vendor = procurement.vendor().id().toString();
    procurement.decide(number, new TaskDecision("choose", null, Map.of("vendorId", vendor)));

    awaitStatus(number, Status.ORDERED);
  }

  @Test
  void shouldShowNothingToAnotherFirm() {
    var number = requester.submit(ONE_LEVEL, true).number();
    var task = projectManager.task(number).key();
    var stranger = system.as("project.manager@borealis");

    assertThat(stranger.openTask(number)).isEmpty();
    assertThatThrownBy(() -> stranger.request(number)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> stranger.complete(task, APPROVE)).isInstanceOf(NotFound.class);
    projectManager.decide(number, TaskDecision.of("reject", "only a test"));
  }

  private PurchaseRequestDetails awaitStatus(String number, Status status) {
    await(number + " becomes " + status)
        .atMost(Duration.ofSeconds(30))
        .until(() -> requester.request(number).status() == status);
    return requester.request(number);
  }

  private boolean isRunning(long instance) {
    return operator.call(() -> operations().find(instance)).row().state().equals("ACTIVE");
  }

  private Operations operations() {
    return system.bean(Operations.class);
  }

  private long freeBefore() {
    var number = requester.submit(ONE_LEVEL, true).number();
    projectManager.task(number);
    var free = requireNonNull(requester.request(number).budget()).freeBeforeMinor();
    requester.withdraw(number);
    awaitStatus(number, Status.WITHDRAWN);
    return free;
  }

  private TaskDecision resubmitted(String number, long amountMinor) {
    var before = requester.request(number);
    var line = before.lines().getFirst();
    return new TaskDecision(
        "resubmit",
        null,
        Map.of(
            "projectId", before.project().id().value(),
            "category", before.category(),
            "lines",
                List.of(
                    Map.of(
                        "item", line.item(),
                        "quantity", line.quantity(),
                        "unit", line.unit(),
                        "unitPriceMinor", amountMinor)),
            "currency", before.currency(),
            "neededBy", before.neededBy().toString(),
            "note", "half of it",
            "vendorId", requireNonNull(before.vendor()).id().value()));
  }

  private List<Message> mailsAbout(PurchaseRequestDetails request) {
    return Arrays.stream(system.mailbox().getReceivedMessages())
        .map(Message.class::cast)
        .filter(mail -> subject(mail).contains(requireNonNull(request.order()).number()))
        .toList();
  }

  private static String subject(Message mail) {
    try {
      return String.valueOf(mail.getSubject());
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
