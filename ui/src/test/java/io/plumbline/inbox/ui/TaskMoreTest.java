package io.plumbline.inbox.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarTester;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import io.plumbline.inbox.TaskEvent;
import io.plumbline.inbox.TaskEvent.Kind;
import io.plumbline.preview.ViewTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(
    username = "Project manager",
    roles = {"REQUESTER", "PROJECT_MANAGER"})
class TaskMoreTest extends ViewTest {

  @Test
  void shouldGiveATaskToAColleague() {
    open("inbox", "task=2");

    more("Give to a colleague");
    choose("To", "Finance director");
    test(find(TextArea.class).withLabel("Note (optional)").single()).setValue("Is it right?");
    click("Give to a colleague");

    assertThat(team.done()).containsExactly("delegate 2 to Finance director: Is it right?");
  }

  @Test
  void shouldAskToWhom() {
    open("inbox", "task=2");

    more("Give to a colleague");
    click("Give to a colleague");

    assertThat(find(ComboBox.class).withLabel("To").single().getErrorMessage())
        .isEqualTo("Choose who gets it.");
    assertThat(team.done()).isEmpty();
  }

  @Test
  void shouldHandBackWithAWordAndGoOnToTheNextTask() {
    firm.lend(2);
    open("inbox", "task=2");

    click("Hand back");
    test(find(TextArea.class).withLabel("Note (optional)").single()).setValue("It is right");
    test(find(Button.class).withText("Hand back").all().getLast()).click();

    assertThat(team.done()).containsExactly("hand back 2: It is right");
    assertThat(find(H2.class).withText("Revise 60 l of facade paint").exists()).isTrue();
  }

  @Test
  void shouldSayThatADayCannotBeRead() {
    open("inbox", "task=2");
    more("Put off");
    var until = find(DatePicker.class).withLabel("Until").single();
    typeNoDay(until);

    click("Put off");

    assertThat(until.isInvalid()).isTrue();
    assertThat(until.getErrorMessage()).startsWith("This is no date.");
    assertThat(team.done()).isEmpty();
  }

  @Test
  void shouldPutOffForAWeekAndTakeItUpAgain() {
    open("inbox", "task=2");

    more("Put off");
    click("Put off");
    assertThat(team.done()).singleElement().asString().startsWith("put off 2 until 2026-");

    assertThat(find(Notification.class).exists()).isTrue();
    click("Undo");
    assertThat(team.done()).last().isEqualTo("resume 2");
  }

  @Test
  void shouldOfferOnlyWhatCoreAllows() {
    open("inbox", "task=2");

    assertThat(menu().getItems().getFirst().getSubMenu().getItems())
        .extracting(item -> item.getText())
        .contains("Give to a colleague", "Put off")
        .doesNotContain("Hand back", "Take back", "Take up again");
  }

  @Test
  void shouldShowThroughWhoseHandsItWent() {
    var at = Instant.parse("2026-11-20T11:00:00Z");
    team.remember(
        new TaskEvent(Kind.CLAIMED, "Project manager", null, null, "", at),
        new TaskEvent(Kind.DELEGATED, "Project manager", null, "Site engineer", "Is it right?", at),
        new TaskEvent(Kind.HANDED_BACK, "Site engineer", "Operator", "Project manager", "Yes", at),
        new TaskEvent(Kind.REASSIGNED, "Administrator", null, "Project manager", "", at),
        new TaskEvent(Kind.PUT_OFF, "Project manager", null, null, "2026-11-30", at));

    open("inbox", "task=2");

    assertThat(find(H3.class).withText("Hand-overs").exists()).isTrue();
    var history = find(TaskHistory.class).single().getContent();
    assertThat(history.getChildren().map(item -> words(item, "timeline-what")))
        .containsExactly(
            "Given to Site engineer",
            "Handed back to Project manager",
            "Reassigned to Project manager",
            "Put off until Mon 30 Nov");
    assertThat(history.getChildren().map(item -> words(item, "timeline-detail")))
        .containsExactly(
            "Project manager · Is it right?",
            "Site engineer for Operator · Yes",
            "Administrator",
            "Project manager");
  }

  @Test
  void shouldShowNoHistoryWhereThereIsNone() {
    open("inbox", "task=2");

    assertThat(find(TaskHistory.class).exists()).isFalse();
  }

  private static String words(Component item, String part) {
    return item.getChildren()
        .filter(each -> each.getElement().getClassList().contains(part))
        .map(each -> each.getElement().getText())
        .findFirst()
        .orElseThrow();
  }

  private void more(String text) {
    new MenuBarTester<>(menu()).clickItem("More", text);
  }

  private MenuBar menu() {
    return find(TaskMore.class).single().getContent();
  }
}
