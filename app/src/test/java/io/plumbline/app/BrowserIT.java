package io.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The story of a request as people see it, each in a browser of their own. */
class BrowserIT {
  private static final int DAYS_AHEAD = 10;
  @RegisterExtension static final Visitors VISITORS = new Visitors();

  @Test
  void shouldCarryARequestFromTheFormToTheOrder() throws Exception {
    var item = PlumblineSystem.unique("Cement");
    try (var approver = VISITORS.atDesk(ColorScheme.DARK).signIn("project.manager@acme");
        var requester = VISITORS.atDesk(ColorScheme.LIGHT).signIn("requester@acme");
        var buyer = VISITORS.withPhone(ColorScheme.DARK).signIn("procurement.manager@acme")) {
      approver.open("inbox");
      approver.sees("For me");

      var number = file(requester, item);
      requester.picture("request");

      // the task arrives without a reload
      approver.sees(item).click();
      approver.sees("Where it stands");
      approver.page().locator("bpmn-viewer[loaded]").waitFor();
      approver.picture("inbox-dark");
      approver.press("Approve 4,500 SAR");
      approver.sees(number + ": approved");

      buyer.open("inbox?q=" + number);
      buyer.sees(item).click();
      buyer.page().locator(".task-pane vaadin-combo-box input").click();
      buyer.page().locator("vaadin-combo-box-item").first().click();
      buyer.picture("phone-dark");
      buyer.press("Order for 4,500 SAR");

      // the open page of the requester follows
      var link = requester.sees("(PDF)");
      requester.picture("ordered");
      var order = requester.page().waitForDownload(link::click);
      assertThat(Files.readString(order.path(), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
      assertThat(requester.complaints()).isEmpty();
      assertThat(approver.complaints()).isEmpty();
      assertThat(buyer.complaints()).isEmpty();
    }
  }

  @Test
  void shouldNotDecideTheNextTaskByASecondClick() {
    var item = PlumblineSystem.unique("Gypsum");
    var requester = PlumblineSystem.shared().as("requester@acme");
    var manager = PlumblineSystem.shared().as("project.manager@acme");
    var first = requester.submitItem(item, 450_000).number();
    manager.task(first);
    var second = requester.submitItem(item, 470_000).number();
    manager.task(second);
    try (var approver = VISITORS.atDesk(ColorScheme.LIGHT).signIn("project.manager@acme")) {
      approver.open("inbox?q=" + item.replace(' ', '+'));
      approver.page().locator(".task:has-text('4,500 SAR')").first().click();
      approver.sees("Approve 4,500 SAR");
      var button = approver.page().locator(".main-choice").boundingBox();

      approver.page().mouse().click(button.x + 20, button.y + 10);
      approver.page().locator(".just-come").waitFor();
      approver.page().mouse().click(button.x + 20, button.y + 10);
      approver
          .page()
          .waitForFunction("document.querySelector('.task-actions').getAnimations().length === 0");

      approver.sees("Approve 4,700 SAR").click();
      approver.sees(second + ": approved");
    }
  }

  @Test
  void shouldShowOperatorsWhereARequestStands() {
    var number = PlumblineSystem.shared().as("requester@acme").submit(450_000, true).number();
    PlumblineSystem.shared().as("project.manager@acme").task(number);
    try (var operator = VISITORS.atDesk(ColorScheme.LIGHT).signIn("operator@acme")) {
      operator.open("operations?number=" + number);
      operator.sees(number).click();
      operator.page().locator("bpmn-viewer[loaded] .token").first().waitFor();
      operator.sees("Approve request");
      operator.picture("operations");

      assertThat(operator.complaints()).isEmpty();
    }
  }

  @Test
  void shouldHideOneFirmFromTheOther() {
    var number = PlumblineSystem.shared().as("requester@acme").submit(450_000, true).number();
    try (var stranger = VISITORS.atDesk(ColorScheme.LIGHT).signIn("admin@borealis")) {
      stranger.open("requests/" + number);
      stranger.sees("Page not found");
    }
  }

  private static String file(Visitor requester, String item) {
    requester.open("requests/new");
    var page = requester.page();
    page.getByLabel("Project").first().fill("Tower B");
    page.locator("vaadin-combo-box-item").getByText("Tower B").click(); // once it was looked up
    page.locator("vaadin-select").first().click();
    page.locator("vaadin-select-item").getByText("Materials").click();
    page.getByLabel("Needed by").first().click();
    page.keyboard().type(neededBy());
    page.keyboard().press("Enter");
    page.getByLabel("Item").first().fill(item);
    page.getByLabel("Quantity").first().fill("200");
    page.getByLabel("Unit", new Page.GetByLabelOptions().setExact(true)).first().fill("bags");
    page.getByLabel("Unit price").first().fill("22.50");
    page.keyboard().press("Tab");
    requester.sees("Total 4,500 SAR");
    requester.press("Submit request");
    page.waitForURL("**/requests/PR-*");
    return page.url().replaceFirst(".*/", "");
  }

  private static String neededBy() {
    return DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH)
        .format(LocalDate.now(ZoneOffset.UTC).plusDays(DAYS_AHEAD));
  }
}
