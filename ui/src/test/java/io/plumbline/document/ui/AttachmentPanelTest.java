package io.plumbline.document.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.upload.Upload;
import io.plumbline.document.AttachmentSubject;
import io.plumbline.document.FileType;
import io.plumbline.preview.ViewTest;
import io.plumbline.procurement.ui.RequestView;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(username = "Project manager", roles = "REQUESTER")
class AttachmentPanelTest extends ViewTest {
  private static final AttachmentSubject CEMENT =
      AttachmentSubject.of(UUID.nameUUIDFromBytes("PR-000123".getBytes(StandardCharsets.UTF_8)));

  @Test
  void shouldListFilesWithSizeAndAuthor() {
    files.put(CEMENT, "offer.pdf", FileType.PDF, false);

    navigate("requests/PR-000123", RequestView.class);

    assertThat(find(Anchor.class).withText("offer.pdf").exists()).isTrue();
    assertThat(find(Span.class).withText("333 kB · Site engineer · just now").exists()).isTrue();
    assertThat(find(Upload.class).exists()).isTrue();
    assertThat(find(Button.class).withAttribute("aria-label", "Remove offer.pdf").exists())
        .isFalse();
  }

  @Test
  void shouldKeepALinkWhileOthersAddFiles() {
    files.put(CEMENT, "offer.pdf", FileType.PDF, false);
    navigate("requests/PR-000123", RequestView.class);
    var link = find(Anchor.class).withText("offer.pdf").single();

    files.put(CEMENT, "photo.jpg", FileType.JPEG, false);
    firm.end(6);

    assertThat(find(Anchor.class).withText("photo.jpg").exists()).isTrue();
    assertThat(find(Anchor.class).withText("offer.pdf").single()).isSameAs(link);
  }

  @Test
  void shouldShowAPreviewPageByPage() {
    files.put(CEMENT, "offer.pdf", FileType.PDF, false);
    navigate("requests/PR-000123", RequestView.class);

    test(find(Button.class).withAttribute("aria-label", "Show offer.pdf").single()).click();
    await(() -> find(Image.class).withAttribute("alt", "offer.pdf, page 1").exists());

    test(find(Button.class).withAttribute("aria-label", "Next page").single()).click();
    await(() -> find(Image.class).withAttribute("alt", "offer.pdf, page 2").exists());
  }

  @Test
  void shouldStayUsableWhileAPageIsDrawn() {
    files.put(CEMENT, "offer.pdf", FileType.PDF, false);
    navigate("requests/PR-000123", RequestView.class);
    var hold = files.holdDrawing();

    test(find(Button.class).withAttribute("aria-label", "Show offer.pdf").single()).click();
    assertThat(find(ProgressBar.class).withAttribute("aria-label", "Drawing the page").exists())
        .isTrue();
    assertThat(find(Image.class).exists()).isFalse();

    hold.countDown();
    await(() -> find(Image.class).withAttribute("alt", "offer.pdf, page 1").exists());
    assertThat(find(ProgressBar.class).withAttribute("aria-label", "Drawing the page").exists())
        .isFalse();
  }

  @Test
  void shouldOfferNoPreviewOfWhatCannotBeShown() {
    files.put(CEMENT, "plan.dwg", FileType.DRAWING, false);

    navigate("requests/PR-000123", RequestView.class);

    assertThat(find(Button.class).withAttribute("aria-label", "Show plan.dwg").exists()).isFalse();
  }

  @Test
  void shouldRemoveAFileAfterAsking() {
    files.put(CEMENT, "offer.pdf", FileType.PDF, true);
    navigate("requests/PR-000123", RequestView.class);

    test(find(Button.class).withAttribute("aria-label", "Remove offer.pdf").single()).click();
    assertThat(find(Anchor.class).withText("offer.pdf").exists()).isTrue();
    test(find(ConfirmDialog.class).single()).confirm();

    assertThat(find(Anchor.class).withText("offer.pdf").exists()).isFalse();
  }

  @Test
  void shouldHaveFilesOnATaskToo() {
    files.put(CEMENT, "offer.pdf", FileType.PDF, false);

    open("inbox", "task=2");

    assertThat(find(Anchor.class).withText("offer.pdf").exists()).isTrue();
    assertThat(find(Upload.class).exists()).isTrue();
  }

  @Test
  void shouldOfferFilesOnANewRequest() {
    open("requests/new", "");

    assertThat(find(Upload.class).exists()).isTrue();
  }
}
