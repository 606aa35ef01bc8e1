package io.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A picture from a simulated phone to the people who read the firm's conversations. */
class PhoneSimulatorIT {
  private static final String PHONE = "simulator/phone?to=%2B966500000005&by=WHATSAPP";
  private static Chromium chromium;
  private static String url;

  @BeforeAll
  static void launch() {
    chromium = Chromium.launch();
    url = PlumblineSystem.shared().url();
  }

  @AfterAll
  static void quit() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void shouldSendAPictureWithWhatIsTyped() throws IOException {
    var words = PlumblineSystem.unique("The crack in the wall");
    try (var phone = Visitor.withPhone(url, chromium.browser(), ColorScheme.LIGHT);
        var staff =
            Visitor.atDesk(url, chromium.browser(), ColorScheme.LIGHT)
                .signIn("procurement.manager@acme")) {
      phone.open(PHONE);
      phone.page().locator(".phone-write vaadin-text-field input").fill(words);
      phone
          .page()
          .setInputFiles(
              "vaadin-upload.phone-attach input[type=file]",
              new FilePayload("wall.png", "image/png", png()));
      phone.sees(words);
      var picture = phone.page().locator("img.bubble-picture").last();
      picture.waitFor();
      phone.page().waitForFunction("image => image.naturalWidth > 0", picture.elementHandle());
      phone.picture("phone-attachment");

      staff.open("conversations?q=%2B966500000005");
      staff.page().locator(".talk-list .talk-channel").first().click();
      staff.sees(words);
      staff.sees("file-1.png");
      staff.picture("conversation-attachment");
      assertThat(phone.complaints()).isEmpty();
      assertThat(staff.complaints()).isEmpty();
    }
  }

  private static byte[] png() throws IOException {
    var image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setColor(Color.LIGHT_GRAY);
    pen.fillRect(0, 0, 300, 200);
    pen.setColor(Color.DARK_GRAY);
    pen.drawLine(20, 190, 260, 10);
    pen.dispose();
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }
}
