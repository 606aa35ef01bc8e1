package io.plumbline.procurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.CoreTest;
import io.plumbline.TestReadModel;
import io.plumbline.document.AttachmentSubject;
import io.plumbline.document.Attachments;
import io.plumbline.document.TestFiles;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Role;
import io.plumbline.inbox.Inbox;
import io.plumbline.inbox.NewSubstitution;
import io.plumbline.inbox.Substitution;
import io.plumbline.inbox.Substitutions;
import io.plumbline.inbox.TaskDecision;
import io.plumbline.inbox.TaskHandovers;
import io.plumbline.shared.NotFound;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may do something about a task sees the request it is about, as long as they may. */
@CoreTest
class RequestOfTaskTest {
  private final PurchaseRequests requests;
  private final Attachments attachments;
  private final Inbox inbox;
  private final Substitutions substitutions;
  private final TaskHandovers handovers;
  private final TestFirms firms;
  private final Clock clock;
  private TestFirm firm;
  private PurchaseRequestId id;
  private Caller engineer;
  private long task;

  RequestOfTaskTest(
      PurchaseRequests requests,
      Attachments attachments,
      Inbox inbox,
      Substitutions substitutions,
      TaskHandovers handovers,
      TestFirms firms,
      Clock clock) {
    this.requests = requests;
    this.attachments = attachments;
    this.inbox = inbox;
    this.substitutions = substitutions;
    this.handovers = handovers;
    this.firms = firms;
    this.clock = clock;
  }

  @BeforeEach
  void newTask() {
    firm = firms.newFirm();
    id = firm.aRequest().submitted().id();
    engineer = firm.tenant().person("Enno Engineer", Role.REQUESTER);
    task =
        TestReadModel.task(firm.tenant())
            .form(ApproveKind.KIND)
            .about(id.value())
            .forGroups(Role.PROJECT_MANAGER)
            .open();
  }

  @Test
  void shouldShowItToASubstituteAndAfterThemOnlyToWhoDecided() {
    assertHidden(engineer);
    var standing = standIn(firm.projectManager(), engineer);
    assertSeen(engineer);

    firm.run(firm.projectManager(), () -> substitutions.end(standing.id()));
    assertHidden(engineer);

    standIn(firm.projectManager(), engineer);
    firm.run(engineer, () -> inbox.complete(task, TaskDecision.of("approve")));
    TestReadModel.end(task, "COMPLETED");
    assertSeen(engineer);
    assertHidden(firm.tenant().person("Nobody Near", Role.REQUESTER));
  }

  @Test
  void shouldShowItToAColleagueWhileTheyLookAtTheTask() {
    firm.run(
        firm.projectManager(), () -> handovers.delegate(task, engineer.user(), "Is this right?"));
    assertSeen(engineer);
    firm.run(engineer, () -> handovers.handBack(task, "It is."));
    assertHidden(engineer);
  }

  @Test
  void shouldHideItFromASubstituteWhenTheTaskHasEnded() {
    standIn(firm.projectManager(), engineer);
    TestReadModel.end(task, "CANCELED");
    assertHidden(engineer);
  }

  private void assertSeen(Caller caller) {
    assertThat(firm.as(caller, () -> requests.find(id)).number()).isEqualTo("PR-000001");
    firm.run(caller, () -> requests.comment(id, "I have seen it."));
    var file =
        firm.as(
            caller,
            () ->
                attachments.add(subject(), "offer.png", new ByteArrayInputStream(TestFiles.png())));
    assertThat(firm.as(caller, () -> attachments.find(file.id())).name()).isEqualTo("offer.png");
  }

  private void assertHidden(Caller caller) {
    assertThatThrownBy(() -> firm.as(caller, () -> requests.find(id))).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> firm.run(caller, () -> requests.comment(id, "hello")))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> firm.as(caller, () -> attachments.of(subject())))
        .isInstanceOf(NotFound.class);
  }

  private Substitution standIn(Caller absent, Caller substitute) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Riyadh"));
    return firm.as(
        firm.admin(),
        () ->
            substitutions.name(
                new NewSubstitution(
                    absent.user().value(), substitute.user().value(), today, today, null)));
  }

  private AttachmentSubject subject() {
    return AttachmentSubject.of(id.value());
  }
}
