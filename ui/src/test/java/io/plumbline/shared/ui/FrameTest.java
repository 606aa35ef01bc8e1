package io.plumbline.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.preview.PreviewApplication;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
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

  @Test
  void shouldTellTheServerHowTheBundleWasBuilt(@Autowired Environment settings) {
    assertThat(settings.getProperty("vaadin.productionMode")).isEqualTo("true");
    assertThat(settings.getProperty("vaadin.react.enable"))
        .as("otherwise addresses do not change when a view opens another")
        .isEqualTo("false");
  }
}
