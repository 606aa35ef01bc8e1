package io.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.plumbline.procurement.PurchaseRequestDetails;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A day in the inbox without a mouse: nothing here clicks. */
class KeyboardIT {
  private static final String MANAGER = "project.manager@acme";

  /** As people type; what follows within a second of another key may count as a sequence. */
  private static final double TYPING_MS = 100;

  @RegisterExtension static final Visitors VISITORS = new Visitors();

  @Test
  void shouldWalkClaimCommentApproveAndReject() {
    var firstItem = PlumblineSystem.unique("Cement");
    var secondItem = PlumblineSystem.unique("Steel");
    var first = request(firstItem);
    var second = request(secondItem);
    try (var manager = atDesk()) {
      openInbox(manager);

      keys(manager).press("Shift+Slash");
      manager.sees("Next and previous task");
      keys(manager).press("Escape");
      closed(manager, "vaadin-dialog[opened]");

      search(manager, firstItem);
      keys(manager).press("Enter");
      manager.page().waitForURL("**task=*");
      manager.sees(first);
      keys(manager).press("c");
      waitForButton(manager, "Release");
      keys(manager).press("m");
      focused(manager, "textarea");
      keys(manager).type("Pour is on Thursday");
      keys(manager).press("Control+Enter");
      manager.page().locator(".comments").getByText("Pour is on Thursday").first().waitFor();
      keys(manager).press("a");
      manager.sees("This cannot be taken back.");
      keys(manager).press("Enter");
      manager.sees(first + ": approved");

      search(manager, secondItem);
      keys(manager).press("j");
      manager.page().waitForURL("**task=*");
      manager.sees(second);
      keys(manager).press("r");
      focused(manager, "textarea");
      keys(manager).type("Too dear this year");
      keys(manager).press("Tab");
      keys(manager).press("Tab");
      keys(manager).press("Enter");
      manager.sees(second + ": rejected");
      assertThat(manager.complaints()).isEmpty();
    }
    assertThat(comments(first)).contains("Pour is on Thursday");
  }

  @Test
  void shouldGoToNextAndPreviousAndApproveSeveral() {
    var item = PlumblineSystem.unique("Gravel");
    var numbers = List.of(request(item), request(item), request(item));
    try (var manager = atDesk()) {
      openInbox(manager);
      search(manager, item);
      keys(manager).press("j");
      manager.page().waitForURL("**task=*");
      var start = manager.page().url();
      keys(manager).press("j");
      manager.page().waitForURL(address -> !address.equals(start));
      keys(manager).press("k");
      manager.page().waitForURL(address -> address.equals(start));

      keys(manager).press("x");
      manager.sees("1 selected");
      keys(manager).press("Shift+Digit8");
      manager.sees("3 selected");
      manager.picture("bulk");
      keys(manager).press("a");
      manager.sees("Approve 3 tasks?");
      keys(manager).press("Enter");
      manager.sees("3 approved.");
      keys(manager).press("Escape");
      assertThat(manager.complaints()).isEmpty();
    }
    for (var number : numbers) {
      assertThat(PlumblineSystem.shared().as(MANAGER).openTask(number)).isEmpty();
    }
  }

  @Test
  void shouldTypeOnAtOnceAfterTheSearchKeyAndNeverTakeASequenceForADecision() {
    var item = PlumblineSystem.unique("rebar");
    var number = request(item);
    try (var manager = atDesk()) {
      openInbox(manager);
      keys(manager).press("/");
      keys(manager).type(item); // not a pause between, and its letters are all keys of the inbox
      assertThat(manager.page().locator(".global-search").evaluate("each => each.value"))
          .isEqualTo(item);
      keys(manager).press("Enter");
      manager.page().waitForURL("**q=*");
      manager.page().locator("vaadin-grid.task-list .task-title").getByText(item).first().waitFor();
      keys(manager).press("j");
      manager.sees(number);

      keys(manager).press("g");
      keys(manager).press("r");
      manager.page().waitForURL("**/requests");
      assertThat(manager.page().locator("vaadin-dialog[opened]").count()).isZero();
    }
  }

  @Test
  void shouldOpenTheRowWithTheFocusByEnterAndPressOnlyTheButtonThatHasIt() {
    var item = PlumblineSystem.unique("Kerb");
    var numbers = List.of(request(item), request(item));
    try (var manager = atDesk()) {
      openInbox(manager);
      search(manager, item);
      manager.page().getByLabel("Saved filters").last().focus();
      keys(manager).press("Tab");
      keys(manager).press("ArrowDown");
      keys(manager).press("Enter");
      manager.page().waitForURL("**task=*");
      manager.sees(numbers.getLast());

      manager.open("inbox");
      manager.page().getByLabel("More filters").focus();
      keys(manager).press("Enter");
      manager.page().getByLabel("At most, SAR").waitFor();
      assertThat(manager.page().url()).doesNotContain("task=");
    }
  }

  /** Filed by the requester, its first approval in the inbox of the manager. */
  private static String request(String item) {
    var number = PlumblineSystem.shared().as("requester@acme").submitItem(item, 450_000).number();
    PlumblineSystem.shared().as(MANAGER).task(number);
    return number;
  }

  private static List<String> comments(String number) {
    return PlumblineSystem.shared().as(MANAGER).request(number).comments().stream()
        .map(PurchaseRequestDetails.Comment::body)
        .toList();
  }

  private static Visitor atDesk() {
    return VISITORS.atDesk(ColorScheme.LIGHT).signIn(MANAGER);
  }

  private static void openInbox(Visitor visitor) {
    visitor.open("inbox");
    visitor.sees("For me");
  }

  private static Keyboard keys(Visitor visitor) {
    return visitor.page().keyboard();
  }

  /** By the key for it, in the field on top. */
  private static void search(Visitor visitor, String words) {
    keys(visitor).press("/");
    focused(visitor, "input");
    keys(visitor).type(words, new Keyboard.TypeOptions().setDelay(TYPING_MS));
    keys(visitor).press("Enter");
    visitor.page().waitForURL("**q=*");
    visitor.page().locator(".task-list .task-title").getByText(words).first().waitFor();
    visitor
        .page()
        .waitForFunction("() => document.activeElement?.tagName.toLowerCase() !== 'input'");
  }

  private static void focused(Visitor visitor, String tag) {
    visitor
        .page()
        .waitForFunction("tag => document.activeElement?.tagName.toLowerCase() === tag", tag);
  }

  private static void closed(Visitor visitor, String selector) {
    visitor
        .page()
        .locator(selector)
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
  }

  private static void waitForButton(Visitor visitor, String name) {
    visitor
        .page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first()
        .waitFor();
  }
}
