package io.plumbline.messaging.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.timepicker.TimePicker;
import io.plumbline.identity.Channel;
import io.plumbline.messaging.NoticePreference;
import io.plumbline.messaging.QuietHours;
import io.plumbline.operations.ui.OperationsView;
import io.plumbline.preview.NotificationsInMemory;
import io.plumbline.preview.ViewTest;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

class NotificationViewsTest extends ViewTest {
  @Autowired private NotificationsInMemory notifications;

  @AfterEach
  void forgetNotifications() {
    notifications.reset();
  }

  @Test
  @WithMockUser(username = "Site engineer", roles = "REQUESTER")
  void shouldShowWhatIsUnreadInTheTopBar() {
    navigate(NotificationsView.class);
    assertThat(bellCount()).isEqualTo("2");

    var buttons = find(Button.class).withText("Mark all as read").all();
    assertThat(buttons).as("under the bell and on the page").hasSize(2);
    test(buttons.getLast()).click();

    assertThat(notifications.unread()).isZero();
  }

  @Test
  @WithMockUser(username = "Site engineer", roles = "REQUESTER")
  void shouldOpenWhatANotificationIsAboutAndMarkItRead() {
    navigate(NotificationsView.class);

    open(1);

    assertThat(location()).isEqualTo("requests/PR-000118");
    assertThat(notifications.unread()).isEqualTo(1);
  }

  @Test
  @WithMockUser(username = "Project engineer", roles = "PROJECT_MANAGER")
  void shouldOpenTheTaskANotificationIsAbout() {
    navigate(NotificationsView.class);

    open(0);

    assertThat(location()).startsWith("inbox").contains("task=2");
  }

  @Test
  @WithMockUser(username = "Site engineer", roles = "REQUESTER")
  void shouldKeepWhatAPersonChooses() {
    navigate(PreferencesView.class);
    assertThat(find(Select.class).withLabel("First").all()).isEmpty();

    way(0, "On these channels");
    this.<Channel>select("First", 0).setValue(Channel.EMAIL);
    this.<Channel>select("Then (2)", 0).setValue(Channel.SMS);
    way(1, "On these channels");
    click("Save");
    assertThat(this.<Channel>select("First", 1).isInvalid()).as("no channel named").isTrue();
    way(1, "Only here in the application");
    time("From").setValue(LocalTime.of(22, 0));
    click("Save");
    assertThat(time("Until").isInvalid()).isTrue();
    time("Until").setValue(LocalTime.of(7, 0));
    click("Save");

    assertThat(notifications.mine().notices())
        .containsExactly(
            new NoticePreference("request.news", List.of(Channel.EMAIL, Channel.SMS), false),
            new NoticePreference("task.waiting", List.of(), false));
    assertThat(notifications.mine().quietHours())
        .isEqualTo(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)));
  }

  @Test
  @WithMockUser(username = "Operator", roles = "OPERATOR")
  void shouldLetOperatorsLookAfterMessagesThatDidNotArrive() {
    navigate("operations", OperationsView.class);
    assertThat(find(Span.class).withTextContaining("switched off or out of reach (30003)").exists())
        .isTrue();
    assertThat(find(Span.class).withText("nobody knows").exists()).isTrue();

    test(find(Button.class).withText("Send again").all().getFirst()).click();

    assertThat(notifications.sentAgain()).hasSize(1);
    assertThat(find(Span.class).withTextContaining("switched off or out of reach (30003)").exists())
        .isFalse();
  }

  @Test
  @WithMockUser(username = "Operator", roles = "OPERATOR")
  void shouldAskBeforeRepeatingWhatMayHaveArrived() {
    navigate("operations", OperationsView.class);

    test(find(Button.class).withText("Send again").all().getLast()).click();
    assertThat(notifications.sentAgain()).isEmpty();
    test(find(ConfirmDialog.class).single()).confirm();

    assertThat(notifications.sentAgain()).hasSize(1);
  }

  private String bellCount() {
    return find(Span.class).withClassName("bell-count").single().getText();
  }

  private void open(int row) {
    var buttons =
        find(NativeButton.class).all().stream()
            .filter(button -> button.getParent().orElseThrow().getElement().getTag().equals("li"))
            .toList();
    test(buttons.get(row)).click();
  }

  private String location() {
    return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
  }

  private void way(int row, String words) {
    var select = this.<Object>select("How", row);
    test(select).selectItem(words);
  }

  @SuppressWarnings("unchecked")
  private <T> Select<T> select(String label, int at) {
    return (Select<T>) find(Select.class).withLabel(label).all().get(at);
  }

  private TimePicker time(String label) {
    return find(TimePicker.class).withLabel(label).single();
  }
}
