package io.plumbline.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinSession;
import io.plumbline.preview.ViewTest;
import io.plumbline.shared.NotFound;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(username = "Site engineer", roles = "REQUESTER")
class FailuresTest extends ViewTest {

  @Test
  void shouldTellARefusalInItsOwnWords() {
    assertThat(toldAbout(new NotFound("request", "PR-000042")))
        .isEqualTo("There is no request PR-000042.");
  }

  @Test
  void shouldTellACollisionWithoutItsCause() {
    assertThat(toldAbout(new OptimisticLockingFailureException("row was updated")))
        .startsWith("Someone else saved this first.")
        .doesNotContain("row");
  }

  @Test
  void shouldGiveAReferenceForWhatNobodyExpected() {
    assertThat(toldAbout(new IllegalStateException("secret detail")))
        .containsPattern("the reference [0-9a-f]{8}")
        .doesNotContain("secret");
  }

  @Test
  void shouldLetPeopleCloseWhatTheyHaveRead() {
    toldAbout(new NotFound("request", "PR-000042"));

    test(find(Button.class).withAttribute("aria-label", "Close").single()).click();

    assertThat(find(Notification.class).exists()).isFalse();
  }

  private String toldAbout(RuntimeException failure) {
    open("requests", "");
    VaadinSession.getCurrent().getErrorHandler().error(new ErrorEvent(failure));
    var toast = find(Notification.class).single();
    return toast.getChildren().map(Span.class::cast).findFirst().orElseThrow().getText();
  }
}
