package io.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files, comments and figures as people see them, in a real browser. */
class CollaborationIT {
  private static final int TALL = 1_900;
  private static final String OFFER = "a.file-name:text-is('offer.pdf')";
  private static final String UPLOAD = "vaadin-upload input[type=file]";
  @RegisterExtension static final Visitors VISITORS = new Visitors();

  @Test
  void shouldShareFilesAndNameColleagues() throws Exception {
    var number = PlumblineSystem.shared().as("requester@acme").submit(450_000, true).number();
    PlumblineSystem.shared().as("project.manager@acme").task(number);
    var offer = pdf();
    try (var requester = VISITORS.atDesk(ColorScheme.LIGHT).signIn("requester@acme");
        var approver = VISITORS.atDesk(ColorScheme.DARK).signIn("project.manager@acme")) {
      requester.open("requests/" + number);
      requester.page().setInputFiles(UPLOAD, file("../offer.pdf", "application/pdf", offer));
      requester.sees("offer.pdf is added");
      requester.page().setInputFiles(UPLOAD, file("site.png", "image/png", png()));
      requester.sees("site.png is added");
      requester
          .page()
          .setInputFiles(UPLOAD, file("drawing.png", "image/png", "<svg onload='alert(1)'/>"));
      requester.sees("This is no file that can be added here.");

      requester.page().locator(".comment-field textarea").pressSequentially("Look, @proj");
      requester.page().locator(".mention-list li").first().waitFor();
      requester.picture("mention");
      requester.page().keyboard().press("Enter");
      requester.page().keyboard().type("<b>please</b>");
      requester.press("Send comment");
      assertThat(requester.sees("@Project manager").textContent()).isEqualTo("@Project manager");
      requester.sees("<b>please</b>");
      requester.page().locator(".files").scrollIntoViewIfNeeded();
      requester.picture("files");

      approver.open("inbox?q=" + number);
      approver.page().locator("vaadin-grid .task").first().click();
      approver.sees("Look, @Project manager").scrollIntoViewIfNeeded();
      approver.picture("task-files-dark");
      approver.page().getByLabel("Show offer.pdf").click();
      approver.page().locator(".file-sheet img").waitFor();
      approver
          .page()
          .waitForFunction("document.querySelector('.file-sheet img').naturalWidth > 100");
      approver.picture("preview-dark");
      approver.press("Close");
      var downloaded =
          approver.page().waitForDownload(() -> approver.page().locator(OFFER).click());
      assertThat(downloaded.suggestedFilename()).isEqualTo("offer.pdf");
      assertThat(Files.readAllBytes(downloaded.path())).isEqualTo(offer);
      assertSafe(approver);

      assertThat(approver.complaints()).isEmpty();
      assertThat(requester.complaints()).allMatch(each -> each.contains("422"));
    }
  }

  @Test
  void shouldShowFiguresToEachRole() {
    var requester = PlumblineSystem.shared().as("requester@acme");
    requester.submit("TWR-B", "materials", 450_000, true);
    requester.submit("CLN-S", "equipment", 1_250_000, true);
    requester.submit("VIL-7", "services", 180_000, true);
    try (var director = VISITORS.atDesk(ColorScheme.LIGHT).signIn("finance.director@acme");
        var night = VISITORS.atDesk(ColorScheme.DARK).signIn("procurement.manager@acme");
        var phone = VISITORS.withPhone(ColorScheme.DARK)) {
      look(director, "dashboard-light");
      look(night, "dashboard-dark");
      phone.signIn("requester@acme");
      look(phone, "dashboard-phone");

      director.sees("Show as table").click(); // its name also says whose
      director.picture("dashboard-table");
    }
  }

  private static void look(Visitor visitor, String picture) {
    visitor.page().setViewportSize(visitor.page().viewportSize().width, TALL);
    visitor.open("dashboard");
    visitor.sees("Waits for me");
    visitor.page().locator("bar-chart[drawn]").first().waitFor();
    visitor.picture(picture);
    assertThat(visitor.complaints()).isEmpty();
  }

  /** The file goes to the disk only, whatever the browser would like to do with it. */
  private static void assertSafe(Visitor visitor) {
    var link = visitor.page().locator(OFFER).getAttribute("href");
    APIResponse answer = visitor.page().request().get(VISITORS.url() + "/" + link);
    assertThat(answer.headers())
        .containsEntry("x-content-type-options", "nosniff")
        .containsEntry("content-security-policy", "sandbox; default-src 'none'");
    assertThat(answer.headers().get("content-disposition")).startsWith("attachment");
  }

  private static FilePayload file(String name, String type, String content) {
    return file(name, type, content.getBytes(StandardCharsets.UTF_8));
  }

  private static FilePayload file(String name, String type, byte[] content) {
    return new FilePayload(name, type, content);
  }

  private static byte[] png() throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  private static byte[] pdf() throws IOException {
    try (var document = new PDDocument()) {
      var page = new PDPage();
      document.addPage(page);
      document.addPage(new PDPage());
      try (var pen = new PDPageContentStream(document, page)) {
        pen.beginText();
        pen.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD), 24);
        pen.newLineAtOffset(72, 700);
        pen.showText("Offer: 200 bags of cement, 4,500 SAR");
        pen.endText();
      }
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }
}
