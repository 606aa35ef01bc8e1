package io.plumbline.operations.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import io.plumbline.operations.InstanceRow;
import io.plumbline.preview.OperationsInMemory;
import io.plumbline.preview.ViewTest;
import io.plumbline.shared.ui.NoAccessView;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

class OperationsViewTest extends ViewTest {
  @Autowired private OperationsInMemory operations;

  @Test
  @WithMockUser(username = "Operator", roles = "OPERATOR")
  void shouldFindInstancesByNumber() {
    open("operations", "number=PR-000123");

    assertThat(test(this.<InstanceRow>list()).size()).isEqualTo(1);
  }

  @Test
  @WithMockUser(username = "Operator", roles = "OPERATOR")
  void shouldAskTheEngineToTryAgainAndWaitForIt() {
    navigate("operations", OperationsView.class);

    click("Try again");

    assertThat(operations.retried()).containsExactly(91L);
    assertThat(find(Span.class).withText("trying again").exists()).isTrue();
    assertThat(find(Button.class).withText("Try again").exists()).isFalse();
  }

  @Test
  @WithMockUser(username = "Operator", roles = "OPERATOR")
  void shouldShowWhatAnElementWaitsFor() {
    navigate("operations/5002", InstanceView.class);

    assertThat(find(H2.class).single().getText()).isEqualTo("200 bags of cement");
    assertThat(find(Button.class).withText("Approve request").exists()).isTrue();
    assertThat(find(Span.class).withText("timer today 17:00").all()).isNotEmpty();
  }

  @Test
  @WithMockUser(username = "Operator", roles = "OPERATOR")
  void shouldCancelWithAReasonAndSayThatItIsUnderWay() {
    navigate("operations/5003", InstanceView.class);

    click("Cancel process");
    test(find(Button.class).withText("Cancel process").atIndex(2)).click();
    assertThat(find(TextArea.class).withLabel("Reason").single().isInvalid()).isTrue();
    assertThat(operations.cancelled(5003)).isNull();
    test(find(TextArea.class).withLabel("Reason").single()).setValue("Vendor is insolvent");
    test(find(Button.class).withText("Cancel process").atIndex(2)).click();

    assertThat(operations.cancelled(5003)).isEqualTo("Vendor is insolvent");
    assertThat(find(Span.class).withText("being cancelled").exists()).isTrue();
    assertThat(find(Paragraph.class).all())
        .extracting(Paragraph::getText)
        .anyMatch(text -> text.startsWith("Cancellation asked for by Operator"))
        .anyMatch(text -> text.endsWith(": Vendor is insolvent"));
    assertThat(find(Button.class).withText("Cancel process").exists()).isFalse();
  }

  @Test
  @WithMockUser(username = "Operator", roles = "OPERATOR")
  void shouldKeepItRunningWhenTheQuestionIsAnsweredWithNo() {
    navigate("operations/5004", InstanceView.class);

    click("Cancel process");
    click("Keep it running");

    assertThat(operations.cancelled(5004)).isNull();
    assertThat(find(Button.class).withText("Cancel process").exists()).isTrue();
  }

  @Test
  @WithMockUser(username = "Operator", roles = "OPERATOR")
  void shouldOfferNoCancellationOfWhatHasEnded() {
    navigate("operations/5007", InstanceView.class);

    assertThat(find(Span.class).withText("done").exists()).isTrue();
    assertThat(find(Button.class).withText("Cancel process").exists()).isFalse();
  }

  @Test
  @WithMockUser(username = "Site engineer", roles = "REQUESTER")
  void shouldBeClosedToOthers() {
    navigate("operations", NoAccessView.class);
  }
}
