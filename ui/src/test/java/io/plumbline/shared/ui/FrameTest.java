package io.plumbline.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.preview.PreviewApplication;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.test.context.support.WithMockUser;

@SpringBootTest(classes = PreviewApplication.class)
class FrameTest extends SpringBrowserlessTest {

  @Test
  void shouldAskStrangersToSignIn() {
    navigate(LoginView.class);

    assertThat(find(LoginForm.class).single().getAction()).isEqualTo("login");
  }

  @Test
  @WithMockUser(username = "Site engineer", roles = "REQUESTER")
  void shouldSayThatAPageDoesNotExist() {
    navigate("no-such-page", NotFoundView.class);

    assertThat(find(H2.class).single().getText()).isEqualTo("Page not found");
    assertThat(find(TextField.class).single().getPlaceholder())
        .isEqualTo("Search tasks and numbers");
  }
}
