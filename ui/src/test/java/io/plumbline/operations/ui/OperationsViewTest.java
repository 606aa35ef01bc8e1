package io.plumbline.operations.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
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
  @WithMockUser(username = "Site engineer", roles = "REQUESTER")
  void shouldBeClosedToOthers() {
    navigate("operations", NoAccessView.class);
  }
}
