package io.plumbline.inbox.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import io.plumbline.inbox.TaskRow;
import io.plumbline.preview.FirmInMemory;
import io.plumbline.preview.InboxInMemory;
import io.plumbline.preview.ViewTest;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(
    username = "Project manager",
    roles = {"REQUESTER", "PROJECT_MANAGER"})
class InboxViewTest extends ViewTest {
  @Autowired private InboxInMemory inbox;

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
  void shouldFilterByAmountFromItsAddress() {
    open("inbox", "min=100000000");

    assertThat(test(this.<TaskRow>list()).size()).isZero();
    assertThat(find(BigDecimalField.class).withLabel("At least, SAR").single().getValue())
        .isEqualByComparingTo("100000000");
  }

  @Test
  void shouldSayAtTheFieldThatAmountsAreReversed() {
    open("inbox", "min=5000");

    var most = find(BigDecimalField.class).withLabel("At most, SAR").single();
    test(most).setValue(new BigDecimal(4_000));

    assertThat(most.getErrorMessage()).isEqualTo("The largest amount is below the smallest.");
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
