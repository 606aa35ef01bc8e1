package io.plumbline.inbox.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.preview.ViewTest;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(
    username = "Project manager",
    roles = {"REQUESTER", "PROJECT_MANAGER"})
class InboxSearchTest extends ViewTest {
  @Test
  void shouldLeaveTheSpaceBeforeTheNextWordAlone() {
    navigate("inbox", InboxView.class);
    var field = search();

    test(field).setValue("cement ");

    assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getQueryParameters())
        .satisfies(parameters -> assertThat(parameters.getSingleParameter("q")).contains("cement"));
    assertThat(field.getValue()).isEqualTo("cement ");
  }

  private TextField search() {
    return find(TextField.class)
        .withCondition(field -> "Search in tasks".equals(field.getPlaceholder()))
        .single();
  }
}
