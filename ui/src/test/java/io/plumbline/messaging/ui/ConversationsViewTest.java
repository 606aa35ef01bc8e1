package io.plumbline.messaging.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.messaging.ConversationRow;
import io.plumbline.messaging.MessageTemplate;
import io.plumbline.preview.ConversationsInMemory;
import io.plumbline.preview.ViewTest;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.ui.NoAccessView;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(username = "Procurement manager", roles = "PROCUREMENT_MANAGER")
class ConversationsViewTest extends ViewTest {
  @Autowired private ConversationsInMemory conversations;

  @AfterEach
  void forgetConversations() {
    conversations.reset();
  }

  @Test
  void shouldListPeopleAndKeepStrangersApart() {
    open("conversations", "");
    assertThat(names()).containsExactly("Site engineer", "Project manager");

    open("conversations", "show=strangers");
    assertThat(names()).containsExactly("who@knows.example");

    open("conversations", "show=unread");
    assertThat(names()).containsExactly("Site engineer");

    open("conversations", "q=manager");
    assertThat(names()).containsExactly("Project manager");
  }

  @Test
  void shouldShowHowLongTheWindowIsOpenAndSendFreeText() {
    open("conversations", "with=" + ConversationsInMemory.OPEN);
    assertThat(says("Open for 3 h 12 min")).isTrue();
    assertThat(conversations.unread().value()).isEqualTo(1);

    test(answer()).setValue("Which gate?");
    click("Send");

    assertThat(says("Which gate?")).isTrue();
    assertThat(answer().getValue()).isEmpty();
  }

  @Test
  void shouldKeepWhatIsTypedWhenItIsRefusedAndWhenSomethingComesIn() {
    open("conversations", "with=" + ConversationsInMemory.OPEN);
    conversations.closeMeanwhile();
    test(answer()).setValue("Too late");
    assertThatThrownBy(() -> click("Send")).isInstanceOf(Conflict.class); // told as a toast
    assertThat(answer().getValue()).isEqualTo("Too late");

    conversations.hear(ConversationsInMemory.OPEN, "Hello?");
    roundTrip();
    assertThat(says("Hello?")).isTrue();
    assertThat(answer().getValue()).isEqualTo("Too late");
  }

  @Test
  void shouldSayWhyNobodyCanBeAnsweredWhoWantsNoMessages() {
    conversations.optOut(ConversationsInMemory.OPEN);
    open("conversations", "with=" + ConversationsInMemory.OPEN);

    assertThat(says("They wrote STOP here. Only they can change that, by writing START.")).isTrue();
    assertThat(find(TextArea.class).exists()).isFalse();
    assertThat(find(Span.class).withTextContaining("Open for").exists()).isFalse();
  }

  @Test
  @SuppressWarnings("unchecked")
  void shouldOfferTemplatesOnlyWhenTheWindowIsClosed() {
    open("conversations", "with=" + ConversationsInMemory.CLOSED);
    assertThat(says("Closed: send a template")).isTrue();
    assertThat(find(TextArea.class).exists()).isFalse();

    test((Select<MessageTemplate>) find(Select.class).withLabel("Template").single())
        .selectItem("reopen · English");
    test(find(TextField.class).withLabel("name").single()).setValue("Omar");
    assertThat(
            find(Paragraph.class)
                .withText("Hello Omar, may we ask you something about {{2}}?")
                .exists())
        .isTrue();
    test(find(TextField.class).withLabel("topic").single()).setValue("PR-000123");
    click("Send template");

    assertThat(says("Hello Omar, may we ask you something about PR-000123?")).isTrue();
  }

  @Test
  void shouldSayWhyAMessageFailedAndSendItAgain() {
    open("conversations", "with=" + ConversationsInMemory.CLOSED);
    assertThat(
            says(
                "The 24 hours since the person's last message are over; WhatsApp takes only a template (63016)"))
        .isTrue();

    click("Send again");

    assertThat(conversations.repeated()).containsExactly(ConversationsInMemory.FAILED.toString());
  }

  @Test
  void shouldAskBeforeSendingAgainWhatMayHaveArrived() {
    open("conversations", "with=" + ConversationsInMemory.CLOSED);

    click("Decide what to do");
    assertThat(conversations.repeated()).isEmpty();
    test(find(ConfirmDialog.class).single()).confirm();

    assertThat(conversations.repeated())
        .containsExactly(ConversationsInMemory.UNKNOWN + " although unknown");
  }

  @Test
  void shouldSayThatAConversationIsGone() {
    open("conversations", "with=00000000-0000-0000-0000-000000000000");
    assertThat(find(H2.class).withText("There is no such conversation").exists()).isTrue();
  }

  @Test
  @WithMockUser(username = "Site engineer", roles = "REQUESTER")
  void shouldBeClosedToOthers() {
    navigate("conversations", NoAccessView.class);
  }

  private TextArea answer() {
    return find(TextArea.class).single();
  }

  private boolean says(String text) {
    return find(Span.class).withText(text).exists();
  }

  private List<String> names() {
    var grid = test(this.<ConversationRow>list());
    return IntStream.range(0, grid.size()).mapToObj(row -> grid.getRow(row).name()).toList();
  }
}
