package io.plumbline.procurement.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import io.plumbline.preview.ViewTest;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(username = "Project manager", roles = "REQUESTER")
class CommentTest extends ViewTest {

  @Test
  void shouldShowHtmlAsItWasTyped() {
    var typed = "<img src=x onerror=alert(1)> <b>cheap</b>";
    navigate("requests/PR-000123", RequestView.class);

    say(typed);

    var shown = find(Paragraph.class).withText(typed).single();
    assertThat(shown.getElement().getChildren().allMatch(child -> child.isTextNode())).isTrue();
    assertThat(shown.getElement().getProperty("innerHTML")).isNull();
  }

  @Test
  void shouldMarkNamesAndLeaveTheRestAsText() {
    navigate("requests/PR-000123", RequestView.class);

    say("<b>@Finance director</b> please");

    var mention = find(Span.class).withText("@Finance director").single();
    assertThat(mention.getClassNames()).contains("mention");
    assertThat(mention.getParent().orElseThrow().getElement().getTextRecursively())
        .isEqualTo("<b>@Finance director</b> please");
  }

  @Test
  void shouldTakeCommentsInsideATask() {
    open("inbox", "task=2");

    say("Ask for 42.5 grade.");

    assertThat(find(Paragraph.class).withText("Ask for 42.5 grade.").exists()).isTrue();
    assertThat(find(TextArea.class).withLabel("Comment").single().getValue()).isEmpty();
  }

  @Test
  void shouldTellInATaskWhatHappened() {
    open("inbox", "task=2");

    assertThat(find(Span.class).withText("Budget committed").exists()).isTrue();
  }

  private void say(String text) {
    test(find(TextArea.class).withLabel("Comment").single()).setValue(text);
    click("Send comment");
  }
}
