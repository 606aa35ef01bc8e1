package io.plumbline.procurement.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import io.plumbline.preview.ViewTest;
import io.plumbline.procurement.PurchaseRequestRow;
import io.plumbline.shared.ui.BpmnViewer;
import io.plumbline.shared.ui.MissingView;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(username = "Site engineer", roles = "REQUESTER")
class RequestViewTest extends ViewTest {

  @Test
  void shouldListRequestsOfTheStatusInTheAddress() {
    open("requests", "status=ordered");

    assertThat(test(this.<PurchaseRequestRow>list()).size()).isEqualTo(1);
  }

  @Test
  void shouldShowARequestWithItsDiagramAndOrder() {
    navigate("requests/PR-000118", RequestView.class);

    assertThat(find(H2.class).single().getText()).isEqualTo("Site office chairs");
    assertThat(find(BpmnViewer.class).exists()).isTrue();
    assertThat(find(Anchor.class).withText("Order PO-000087 (PDF)").exists()).isTrue();
  }

  @Test
  void shouldKeepTheLinkToTheOrderWhileThePageFollows() {
    navigate("requests/PR-000118", RequestView.class);
    var link = find(Anchor.class).withText("Order PO-000087 (PDF)").single();

    test(find(TextArea.class).single()).setValue("They came today.");
    click("Send comment");

    assertThat(find(Anchor.class).withText("Order PO-000087 (PDF)").single()).isSameAs(link);
  }

  @Test
  void shouldShowACommentAtOnce() {
    navigate("requests/PR-000123", RequestView.class);

    test(find(TextArea.class).single()).setValue("Ask for 42.5 grade.");
    click("Send comment");

    assertThat(find(Paragraph.class).withText("Ask for 42.5 grade.").exists()).isTrue();
    assertThat(find(TextArea.class).single().getValue()).isEmpty();
  }

  @Test
  void shouldWithdrawWithAReason() {
    navigate("requests/PR-000123", RequestView.class);

    click("Withdraw");
    test(find(TextArea.class).withLabel("Reason").single()).setValue("Bought elsewhere");
    test(find(Button.class).withText("Withdraw").atIndex(2)).click();

    assertThat(find(Button.class).withText("Withdraw").exists()).isFalse();
    assertThat(says("In approval")).isTrue();
    assertThat(says("Being withdrawn")).isTrue();
  }

  @Test
  void shouldNotCallARequestBeingWithdrawnThatIsNot() {
    navigate("requests/PR-000123", RequestView.class);

    assertThat(says("In approval")).isTrue();
    assertThat(says("Being withdrawn")).isFalse();
  }

  @Test
  void shouldNotTellAMissingRequestFromAForeignOne() {
    navigate("requests/PR-999999", MissingView.class);

    assertThat(find(H2.class).single().getText()).isEqualTo("Page not found");
  }

  private boolean says(String badge) {
    return find(Span.class).withText(badge).exists();
  }
}
