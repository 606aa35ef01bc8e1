package io.plumbline.inbox.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarTester;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import io.plumbline.preview.ViewTest;
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

  private void more(String text) {
    new MenuBarTester<>(menu()).clickItem("More", text);
  }

  private MenuBar menu() {
    return find(TaskMore.class).single().getContent();
  }
}
