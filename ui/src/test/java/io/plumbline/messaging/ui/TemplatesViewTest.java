package io.plumbline.messaging.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.messaging.MessageTemplate;
import io.plumbline.preview.ConversationsInMemory;
import io.plumbline.preview.ViewTest;
import io.plumbline.shared.ui.NoAccessView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(username = "Administrator", roles = "ORGANISATION_ADMIN")
class TemplatesViewTest extends ViewTest {
  @Autowired private ConversationsInMemory conversations;

  @AfterEach
  void forgetTemplates() {
    conversations.reset();
  }

  @Test
  void shouldEnterTemplateWithAPreviewAndErrorsAtTheirFields() {
    open("templates", "");
    click("New template");
    field("Used for", "task.waiting");
    field("Language", "en");
    field("Provider's id", "MM1");
    test(find(TextArea.class).withLabel("Text").single()).setValue("{{1}} waits for you");
    field("Variables", "title");
    assertThat(find(Paragraph.class).withText("[title] waits for you").exists()).isTrue();

    click("Save");
    assertThat(find(TextField.class).withLabel("Provider's id").single().isInvalid()).isTrue();

    field("Provider's id", "HX" + "1".repeat(32));
    click("Save");
    assertThat(test(this.<MessageTemplate>list()).size()).isEqualTo(2);
  }

  @Test
  @WithMockUser(username = "Procurement manager", roles = "PROCUREMENT_MANAGER")
  void shouldBeClosedToOthers() {
    navigate("templates", NoAccessView.class);
  }

  private void field(String label, String value) {
    test(find(TextField.class).withLabel(label).single()).setValue(value);
  }
}
