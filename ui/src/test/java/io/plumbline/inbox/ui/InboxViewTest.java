package io.plumbline.inbox.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import io.plumbline.inbox.TaskDrafts;
import io.plumbline.inbox.TaskRow;
import io.plumbline.preview.FirmInMemory;
import io.plumbline.preview.InboxInMemory;
import io.plumbline.preview.MarksInMemory;
import io.plumbline.preview.ViewTest;
import io.plumbline.shared.ui.KeyboardShortcuts;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(
    username = "Project manager",
    roles = {"REQUESTER", "PROJECT_MANAGER"})
class InboxViewTest extends ViewTest {
  @Autowired private InboxInMemory inbox;
  @Autowired private MarksInMemory marks;

  @Test
  void shouldListWhatWaitsForMe() {
    navigate("inbox", InboxView.class);

    assertThat(test(this.<TaskRow>list()).size()).isEqualTo(6);
    assertThat(find(Button.class).withText("For me 6").exists()).isTrue();
    assertThat(find(Button.class).withText("Overdue 1").exists()).isTrue();
  }

  @Test
  void shouldShowTheViewOfItsAddress() {
    open("inbox", "view=mine&sort=amount");

    assertThat(test(this.<TaskRow>list()).size()).isEqualTo(2);
    assertThat(test(this.<TaskRow>list()).getRow(0).businessKey()).isEqualTo("PR-000119");
  }

  @Test
  void shouldSayHowManyThereAreAndOfferWhatWasDelegatedWhenThereIsSome() {
    open("inbox", "view=mine");
    assertThat(find(Span.class).withClassName("list-total").single().getText())
        .isEqualTo("2 tasks");
    assertThat(find(Button.class).withTextContaining("Delegated by me").exists()).isFalse();

    open("inbox", "view=delegated");

    assertThat(find(Button.class).withText("Delegated by me 0").exists()).isTrue();
    assertThat(find(Span.class).withClassName("list-total").exists()).isFalse();
  }

  @Test
  void shouldFilterByAmountFromItsAddress() {
    open("inbox", "min=100000000");

    assertThat(test(this.<TaskRow>list()).size()).isZero();
    assertThat(find(Span.class).withText("Only 100,000,000 SAR or more").exists()).isTrue();
    test(find(Button.class).withAttribute("aria-label", "More filters").single()).click();
    assertThat(find(BigDecimalField.class).withLabel("At least, SAR").single().getValue())
        .isEqualByComparingTo("100000000");
  }

  @Test
  void shouldSayAtTheFieldThatAmountsAreReversed() {
    open("inbox", "min=5000");
    test(find(Button.class).withAttribute("aria-label", "More filters").single()).click();

    var most = find(BigDecimalField.class).withLabel("At most, SAR").single();
    test(most).setValue(new BigDecimal(4_000));

    assertThat(most.getErrorMessage()).isEqualTo("The largest amount is below the smallest.");
  }

  @Test
  void shouldKeepAFilterWithItsCountAndOpenItByItsAddress() {
    open("inbox", "view=mine&sort=amount");

    test(find(Button.class).withAttribute("aria-label", "Save this filter").single()).click();
    test(find(TextField.class).withLabel("Name").single()).setValue("Dear ones");
    click("Save");

    assertThat(find(Button.class).withText("Dear ones 2").exists()).isTrue();
    open("inbox", "");
    open("inbox", "filter=" + marks.all().getFirst().id() + "&task=2");
    assertThat(test(this.<TaskRow>list()).size()).isEqualTo(2);
    assertThat(heading()).isEqualTo("Approve 200 bags of cement");
    firm.end(1);
    roundTrip();
    assertThat(find(Button.class).withText("Dear ones 1").exists()).isTrue();
  }

  @Test
  void shouldBringBackADeletedFilter() {
    open("inbox", "view=mine&sort=amount");
    test(find(Button.class).withAttribute("aria-label", "Save this filter").single()).click();
    test(find(TextField.class).withLabel("Name").single()).setValue("Dear ones");
    click("Save");

    test(find(Button.class).withAttribute("aria-label", "Saved filters").single()).click();
    test(find(Button.class).withAttribute("aria-label", "Delete Dear ones").single()).click();
    assertThat(marks.all()).isEmpty();
    click("Undo");

    assertThat(marks.all())
        .singleElement()
        .satisfies(one -> assertThat(one.name()).isEqualTo("Dear ones"));
    click("Close");
    assertThat(find(Button.class).withText("Dear ones 2").exists()).isTrue();
  }

  @Test
  void shouldOpenWhatStillFitsOfAFilterAndSaySo() {
    var id = UUID.randomUUID();
    marks.put(
        id,
        "Old",
        null,
        Map.of("view", "mine", "costCentre", "4711", "project", new UUID(1, 2).toString()));

    open("inbox", "filter=" + id);

    assertThat(test(this.<TaskRow>list()).size()).isEqualTo(2);
    assertThat(notice())
        .startsWith("\u201cOld\u201d also asks for something that no longer exists")
        .contains("costCentre")
        .contains("project");
  }

  @Test
  void shouldSayThatAFilterIsGoneAndShowTheInbox() {
    open("inbox", "filter=" + UUID.randomUUID());

    assertThat(test(this.<TaskRow>list()).size()).isEqualTo(6);
    assertThat(notice()).startsWith("This filter does not exist any more");
  }

  @Test
  void shouldActOnWhatIsPickedAndSayWhatBecameOfEach() {
    open("inbox", "");
    assertThat(find(PickBar.class).exists()).isFalse();

    press("*");
    assertThat(find(PickBar.class).exists()).isTrue();
    press("a");
    firm.end(4); // meanwhile somebody else was faster
    click("Approve 6");
    await(() -> find(Button.class).withText("Close").exists());

    assertThat(find(Dialog.class).single().getHeaderTitle())
        .isEqualTo("Not all of it could be done");
    assertThat(find(Span.class).withText("2 approved. 4 refused:").exists()).isTrue();
    assertThat(
            find(ListItem.class)
                .withTextContaining("PR-000124 · Approve Crane rental, 3 days · 11,400 SAR: ")
                .exists())
        .isTrue();
    click("Close");
    assertThat(test(this.<TaskRow>list()).size()).isEqualTo(3);
    assertThat(find(PickBar.class).exists()).isFalse();
  }

  @Test
  void shouldReassignWhatIsPickedToOneColleague() {
    open("inbox", "view=mine");
    press("*");

    click("Reassign");
    choose("To", "Procurement manager");
    test(find(TextArea.class).withLabel("Note (optional)").single()).setValue("I am away");
    test(find(Button.class).withText("Reassign").all().getLast()).click();
    click("Reassign 2");
    await(() -> find(Span.class).withText("2 reassigned.").exists());

    assertThat(find(Dialog.class).exists()).isFalse();
    assertThat(team.done())
        .hasSize(2)
        .allMatch(words -> words.endsWith("to Procurement manager: I am away"));
    assertThat(find(PickBar.class).exists()).isFalse();
  }

  @Test
  void shouldPickTheOpenTaskByKeyAndForgetItWhenTheFilterChanges() {
    open("inbox", "task=2");

    press("x");
    assertThat(find(Span.class).withText("1 selected · 4,500 SAR").exists()).isTrue();
    open("inbox", "view=mine");

    assertThat(find(PickBar.class).exists()).isFalse();
  }

  @Test
  void shouldOpenTheTaskOfItsAddress() {
    open("inbox", "task=2");

    assertThat(heading()).isEqualTo("Approve 200 bags of cement");
    assertThat(find(Button.class).withText("Approve 4,500 SAR").exists()).isTrue();
  }

  @Test
  void shouldDecideAndOpenTheNextTask() {
    open("inbox", "task=2");

    click("Approve 4,500 SAR");

    assertThat(inbox.lastDecision().outcome()).isEqualTo("approve");
    assertThat(heading()).isEqualTo("Revise 60 l of facade paint");
    assertThat(find(Notification.class).atIndex(1).isOpened()).isTrue();
  }

  @Test
  void shouldAskWhyBeforeRejecting() {
    open("inbox", "task=2");

    click("Reject");
    var reason = find(TextArea.class).withLabel("Reason").single();
    var send = find(Button.class).withText("Reject").atIndex(2);
    test(send).click();
    assertThat(reason.isInvalid()).isTrue();
    test(reason).setValue("Buy it in spring");
    test(send).click();

    assertThat(inbox.lastDecision().outcome()).isEqualTo("reject");
    assertThat(inbox.lastDecision().reason()).isEqualTo("Buy it in spring");
  }

  @Test
  void shouldBringBackTheReasonThatWasNotSentUntilItIs() {
    open("inbox", "task=2");
    click("Reject");
    test(find(TextArea.class).withLabel("Reason").single()).setValue("Buy it in spring");
    click("Cancel");

    open("no-such-page", "");
    open("inbox", "task=2");
    click("Reject");

    var reason = find(TextArea.class).withLabel("Reason").single();
    assertThat(reason.getValue()).isEqualTo("Buy it in spring");
    test(find(Button.class).withText("Reject").atIndex(2)).click();
    assertThat(inbox.lastDecision().reason()).isEqualTo("Buy it in spring");
    assertThat(marks.drafts().find(place(2))).isEmpty();
  }

  @Test
  void shouldBringBackACommentAndAVendorThatWereNotSent() {
    open("inbox", "task=6");
    test(find(TextArea.class).withLabel("Comment").single()).setValue("Ask them first");
    choose("Vendor", "Northern Steel");

    open("inbox", "task=2");
    open("inbox", "task=6");

    assertThat(find(TextArea.class).withLabel("Comment").single().getValue())
        .isEqualTo("Ask them first");
    click("Order for 6,020 SAR");
    assertThat(inbox.lastDecision().data()).containsEntry("vendorId", vendorId("Northern Steel"));
    assertThat(marks.drafts().find(place(6))).isEmpty();
  }

  @Test
  void shouldBringBackTheRevisedRequest() {
    open("inbox", "task=3");
    test(find(TextArea.class).withLabel("Note").single()).setValue("Grey, then");

    open("inbox", "");
    open("inbox", "task=3");
    click("Send again");

    assertThat(inbox.lastDecision().data()).containsEntry("note", "Grey, then");
  }

  @Test
  void shouldNotOrderWithoutAVendor() {
    open("inbox", "task=6");

    click("Order for 6,020 SAR");

    assertThat(vendor().isInvalid()).isTrue();
    assertThat(heading()).isEqualTo("Choose vendor for Door fittings");
  }

  @Test
  void shouldOrderFromTheChosenVendor() {
    open("inbox", "task=6");

    choose("Vendor", "Northern Steel");
    click("Order for 6,020 SAR");

    assertThat(inbox.lastDecision().data()).containsEntry("vendorId", vendorId("Northern Steel"));
  }

  @Test
  void shouldGiveATaskBackAndTakeItAgain() {
    open("inbox", "task=2");

    click("Release");
    assertThat(find(Button.class).withText("Claim").exists()).isTrue();
    click("Undo");

    assertThat(find(Button.class).withText("Release").exists()).isTrue();
  }

  @Test
  void shouldShowWhatOthersDidWithoutAReload() {
    open("inbox", "task=2");

    firm.end(4);
    roundTrip();

    assertThat(test(this.<TaskRow>list()).size()).isEqualTo(5);
    assertThat(find(Button.class).withText("For me 5").exists()).isTrue();
    assertThat(heading()).isEqualTo("Approve 200 bags of cement");
  }

  @Test
  void shouldLeaveNoListenerBehind() {
    open("inbox", "");
    var whileOpen = firm.followerCount();

    open("no-such-page", "");

    assertThat(firm.followerCount()).isLessThan(whileOpen);
  }

  @Test
  void shouldNotTakeASearchThatFindsNothingForNoWork() {
    open("inbox", "q=zzz&project=" + projectOf(1) + "&min=100000000");
    assertThat(find(H2.class).withText("Nothing fits").exists()).isTrue();
    assertThat(find(Span.class).withText("Only Villa 7 · 100,000,000 SAR or more").exists())
        .isTrue();

    test(find(Button.class).withText("Show all").all().getFirst()).click();
    assertThat(find(H2.class).withText("Nothing fits").exists()).isTrue();
    assertThat(find(Span.class).withTextContaining("Only ").exists()).isFalse();

    click("Show all");
    assertThat(test(this.<TaskRow>list()).size()).isEqualTo(6);
  }

  @Test
  void shouldSayWhatAnEmptyViewIsFor() {
    open("inbox", "view=done");

    assertThat(find(H2.class).withText("You have decided nothing yet").exists()).isTrue();
    press("*");
    assertThat(find(PickBar.class).exists()).isFalse();
  }

  @Test
  void shouldSayThatATaskIsGone() {
    open("inbox", "task=4711");

    assertThat(heading()).isEqualTo("Task not found");
  }

  @Test
  void shouldSendTheRevisedRequestAsTyped() {
    open("inbox", "task=3");

    click("Send again");

    assertThat(inbox.lastDecision().outcome()).isEqualTo("resubmit");
    assertThat(inbox.lastDecision().data())
        .containsEntry("currency", "SAR")
        .containsEntry("neededBy", "2026-11-27")
        .containsKeys("projectId", "category", "lines", "vendorId", "note");
  }

  private void press(String key) {
    var data = JacksonUtils.createObjectNode();
    data.put("event.detail.key", key);
    var keys = find(KeyboardShortcuts.class).all().getFirst();
    keys.getElement()
        .getNode()
        .getFeature(ElementListenerMap.class)
        .fireEvent(new DomEvent(keys.getElement(), "shortcut", data));
  }

  private String projectOf(long key) {
    return Objects.requireNonNull(inbox.rowOf(key).projectId()).toString();
  }

  private String place(long key) {
    return TaskDrafts.place(inbox.rowOf(key).ref());
  }

  private String notice() {
    return find(Div.class).withClassName("callout").all().getFirst().getText();
  }

  private String heading() {
    return find(H2.class).all().getLast().getText(); // the first is the empty list's
  }

  private ComboBox<?> vendor() {
    return find(ComboBox.class).withLabel("Vendor").single();
  }

  private static String vendorId(String name) {
    return FirmInMemory.VENDORS.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow()
        .id()
        .toString();
  }
}
