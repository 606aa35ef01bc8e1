package io.plumbline.procurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.CoreTest;
import io.plumbline.TestClock;
import io.plumbline.document.Attachment;
import io.plumbline.document.AttachmentSubject;
import io.plumbline.document.Attachments;
import io.plumbline.document.FileStore;
import io.plumbline.document.TestFiles;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Role;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.NotFound;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@CoreTest
class RequestAttachmentsTest {
  private final Attachments attachments;
  private final PurchaseRequests requests;
  private final FileStore store;
  private final TestFirms firms;
  private final TestClock clock;
  private TestFirm firm;
  private PurchaseRequestId id;

  RequestAttachmentsTest(
      Attachments attachments,
      PurchaseRequests requests,
      FileStore store,
      TestFirms firms,
      TestClock clock) {
    this.attachments = attachments;
    this.requests = requests;
    this.store = store;
    this.firms = firms;
    this.clock = clock;
  }

  @BeforeEach
  void newRequest() {
    firm = firms.newFirm();
    id = firm.aRequest().submitted().id();
  }

  @Test
  void shouldKeepAFileAndTellTheTimeline() {
    var added = add(firm.requester(), "../offer.png", TestFiles.png());

    assertThat(added.name()).isEqualTo("offer.png");
    assertThat(added.contentType()).isEqualTo("image/png");
    assertThat(added.addedByName()).isEqualTo("Rana Requester");
    assertThat(contentOf(added, firm.financeDirector())).isEqualTo(TestFiles.png());
    assertThat(timeline()).contains("fileAdded: offer.png");
  }

  @Test
  void shouldWriteALargeFilePieceByPiece() {
    var large = new byte[3_000_000];
    System.arraycopy(TestFiles.png(), 0, large, 0, TestFiles.png().length);
    large[large.length - 1] = 7;

    var added = add(firm.requester(), "scan.png", large);

    assertThat(added.size()).isEqualTo(large.length);
    assertThat(contentOf(added, firm.projectManager())).isEqualTo(large);
  }

  @Test
  void shouldHideFilesFromThoseWhoMayNotSeeTheRequest() {
    var added = add(firm.requester(), "offer.png", TestFiles.png());
    var stranger = firm.tenant().person("Sami Stranger", Role.REQUESTER);

    for (var caller : List.of(stranger, firm.operator())) {
      assertThatThrownBy(() -> firm.as(caller, () -> attachments.find(added.id())))
          .isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> firm.as(caller, () -> attachments.of(subject())))
          .isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> add(caller, "mine.png", TestFiles.png()))
          .isInstanceOf(NotFound.class);
    }
  }

  @Test
  void shouldHideFilesOfAnotherTenantWhoeverAsks() {
    var added = add(firm.requester(), "offer.png", TestFiles.png());
    var other = firms.newFirm();

    for (var caller : List.of(other.admin(), other.tenant().system())) {
      assertThatThrownBy(() -> other.as(caller, () -> attachments.find(added.id())))
          .isInstanceOf(NotFound.class);
      assertThat(other.as(caller, () -> store.find(added.file()))).isEmpty();
    }
    assertThatThrownBy(
            () ->
                other.run(
                    other.admin(), () -> attachments.copy(added.id(), new ByteArrayOutputStream())))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void shouldLetOnlyWhoAddedItRemoveAFileAndTellTheTimeline() {
    var added = add(firm.projectManager(), "offer.png", TestFiles.png());

    assertThatThrownBy(() -> remove(firm.requester(), added)).isInstanceOf(NotAllowed.class);
    remove(firm.projectManager(), added);

    assertThat(filesSeenBy(firm.requester())).isEmpty();
    assertThat(firm.asSystem(() -> store.find(added.file()))).isEmpty();
    assertThat(timeline()).contains("fileAdded: offer.png", "fileRemoved: offer.png");
  }

  @Test
  void shouldKeepFilesOnceTheRequestIsOnItsWayOut() {
    var added = add(firm.requester(), "offer.png", TestFiles.png());
    firm.run(firm.requester(), () -> requests.withdraw(id, "not needed"));

    assertThatThrownBy(() -> remove(firm.requester(), added)).isInstanceOf(Conflict.class);
    assertThat(filesSeenBy(firm.requester())).singleElement().matches(file -> !file.mayRemove());
  }

  @Test
  void shouldCountFilesAndRefuseOneTooMany() {
    for (var count = 0; count < 20; count++) {
      add(firm.requester(), count + ".png", TestFiles.png());
    }

    assertThatThrownBy(() -> add(firm.requester(), "20.png", TestFiles.png()))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("There may be 20 files here, not more.");
  }

  @Test
  void shouldMoveFilesOfADraftToTheRequestThatComesOfIt() {
    var draft = UUID.fromString("0197a000-0000-7000-8000-000000000001");
    var added = addToDraft(firm.requester(), draft);

    assertThatThrownBy(() -> firm.as(firm.admin(), () -> attachments.find(added.id())))
        .isInstanceOf(NotFound.class);
    assertThat(firm.as(firm.admin(), () -> attachments.of(AttachmentSubject.draft(draft))))
        .isEmpty();

    id = firm.as(firm.requester(), () -> requests.submit(firm.aRequest().typed(), draft)).id();

    assertThat(filesSeenBy(firm.financeDirector()))
        .extracting(Attachment::id)
        .containsExactly(added.id());
    assertThat(timeline()).contains("fileAdded: offer.png");
  }

  @Test
  void shouldNotTakeFilesOfSomeoneElsesDraft() {
    var draft = UUID.fromString("0197a000-0000-7000-8000-000000000002");
    addToDraft(firm.projectManager(), draft);

    id = firm.as(firm.requester(), () -> requests.submit(firm.aRequest().typed(), draft)).id();

    assertThat(filesSeenBy(firm.requester())).isEmpty();
  }

  @Test
  void shouldRemoveFilesOfDraftsNobodyCameBackTo() {
    var draft = UUID.fromString("0197a000-0000-7000-8000-000000000003");
    var added = addToDraft(firm.requester(), draft);

    clock.advance(Duration.ofDays(31));
    firm.run(firm.tenant().system(), () -> attachments.removeAbandoned(Duration.ofDays(30)));

    assertThat(firm.asSystem(() -> store.find(added.file()))).isEmpty();
  }

  private Attachment addToDraft(Caller caller, UUID draft) {
    return firm.as(
        caller,
        () ->
            attachments.add(
                AttachmentSubject.draft(draft),
                "offer.png",
                new ByteArrayInputStream(TestFiles.png())));
  }

  private Attachment add(Caller caller, String name, byte[] content) {
    return firm.as(
        caller, () -> attachments.add(subject(), name, new ByteArrayInputStream(content)));
  }

  private void remove(Caller caller, Attachment file) {
    firm.run(caller, () -> attachments.remove(file.id()));
  }

  private byte[] contentOf(Attachment file, Caller caller) {
    var content = new ByteArrayOutputStream();
    firm.run(caller, () -> attachments.copy(file.id(), content));
    return content.toByteArray();
  }

  private List<Attachment> filesSeenBy(Caller caller) {
    return firm.as(caller, () -> attachments.of(subject()));
  }

  private List<String> timeline() {
    return firm.as(firm.requester(), () -> requests.find(id)).timeline().stream()
        .map(event -> event.kind() + ": " + event.detail())
        .toList();
  }

  private AttachmentSubject subject() {
    return AttachmentSubject.of(id.value());
  }
}
