package io.plumbline.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.CoreTest;
import io.plumbline.TestClock;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Role;
import io.plumbline.procurement.TestFirm;
import io.plumbline.procurement.TestFirms;
import io.plumbline.shared.Conflict;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Guessed codes, codes of other people and firms, forged buttons. */
@CoreTest
class CodesOfOthersTest {
  private final ApprovalScene scene;
  private final TestFirms firms;
  private final OfferButtons buttons;
  private final DecisionLinks links;
  private final JdbcClient jdbc;
  private final TestClock clock;
  private TestFirm firm;
  private Caller manager;
  private String phone;
  private long task;

  CodesOfOthersTest(
      ApprovalScene scene,
      TestFirms firms,
      OfferButtons buttons,
      DecisionLinks links,
      JdbcClient jdbc,
      TestClock clock) {
    this.scene = scene;
    this.firms = firms;
    this.buttons = buttons;
    this.links = links;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @BeforeEach
  void askTheManager() {
    firm = firms.newFirm();
    manager = firm.projectManager();
    phone = scene.phone(firm.tenant(), manager);
    task = scene.task(firm, firm.aRequest().submitted().id(), Role.PROJECT_MANAGER);
  }

  @Test
  void shouldLockAfterSomeGuessesAndOpenAgain() {
    var code = code();
    for (var left = Guesses.MOST - 1; left > 0; left--) {
      assertThat(say("yes " + wrong(code)))
          .contains("not one you were sent", left == 1 ? "one try is left" : left + " tries");
    }
    assertThat(say("yes " + wrong(code))).startsWith("Too many wrong codes.");
    assertThat(say("yes " + code)).startsWith("Too many wrong codes.").contains("/inbox");
    assertThat(scene.decided(firm.tenant(), manager, task)).isFalse();

    clock.advance(Guesses.WINDOW.plusSeconds(1));
    assertThat(say("yes " + code)).startsWith("Approved");
  }

  @Test
  void shouldCountGuessesOfAPersonOverAllTheirPhones() {
    var code = code();
    for (var i = 0; i < Guesses.MOST; i++) {
      say("yes " + wrong(code));
    }
    var second = scene.phone(firm.tenant(), manager);
    assertThat(scene.say(firm.tenant(), manager, second, "yes " + code))
        .startsWith("Too many wrong codes.");
  }

  @Test
  void shouldNotTakeTheCodeOfAnotherPerson() {
    var colleague = firm.tenant().person("Carla Colleague", Role.PROJECT_MANAGER);
    var other = scene.phone(firm.tenant(), colleague);
    var code = code();
    var hers = scene.code(firm.tenant(), colleague, task);
    var answer = scene.say(firm.tenant(), colleague, other, "yes " + code);
    if (!hers.equals(code)) {
      assertThat(answer).contains("not one you were sent");
      assertThat(scene.decided(firm.tenant(), manager, task)).isFalse();
    }
  }

  @Test
  void shouldTakeTheFirmWhoseCodeItIs() {
    var borealis = firms.newFirm();
    scene.phone(borealis.tenant(), borealis.projectManager(), phone);
    var theirs = scene.task(borealis, borealis.aRequest().submitted().id(), Role.PROJECT_MANAGER);
    var mine = code();
    var code = scene.code(borealis.tenant(), borealis.projectManager(), theirs);
    if (mine.equals(code)) {
      return; // once in nine thousand runs both firms drew the same: then the person is asked
    }
    assertThat(scene.say(borealis.tenant(), borealis.projectManager(), phone, "yes " + code))
        .startsWith("Approved");
    assertThat(say("yes " + mine)).startsWith("Approved");
    assertThat(scene.decided(firm.tenant(), manager, task)).isTrue();
  }

  @Test
  void shouldCountWrongCodesBeforeAskingForTheFirm() {
    var borealis = firms.newFirm();
    scene.phone(borealis.tenant(), borealis.projectManager(), phone);
    var code = code();
    scene.write(phone, "firm", null);
    for (var left = Guesses.MOST - 1; left > 0; left--) {
      assertThat(say("yes " + wrong(code)))
          .contains("not one you were sent", left == 1 ? "one try is left" : left + " tries");
    }
    assertThat(say("yes " + wrong(code))).startsWith("Too many wrong codes.");
    assertThat(say("yes " + wrong(code))).startsWith("Too many wrong codes.");
    assertThat(say("yes " + code)).startsWith("Too many wrong codes.");
    assertThat(scene.decided(firm.tenant(), manager, task)).isFalse();

    clock.advance(Guesses.WINDOW.plusSeconds(1));
    assertThat(say("yes " + code)).startsWith("Approved");
  }

  @Test
  void shouldCountWrongCodesOfASharedNumberInEachFirm() {
    var borealis = firms.newFirm();
    var there = borealis.projectManager();
    scene.phone(borealis.tenant(), there, phone);
    var theirs = scene.task(borealis, borealis.aRequest().submitted().id(), Role.PROJECT_MANAGER);
    var code = scene.code(borealis.tenant(), there, theirs);
    var mine = code();
    for (var i = 0; i < Guesses.MOST; i++) {
      scene.write(phone, "yes " + wrong(code, mine), null);
    }
    var second = scene.phone(borealis.tenant(), there);
    assertThat(scene.say(borealis.tenant(), there, second, "yes " + code))
        .startsWith("Too many wrong codes.");
  }

  @Test
  void shouldWantASignInAfterGuessingOnForADay() {
    var code = code();
    var link = scene.token(firm.tenant(), manager, task);
    guessADay(code);
    clock.advance(Guesses.WINDOW.plusSeconds(1));
    assertThat(say("yes " + code)).contains("only be decided after signing in", "/inbox?task=");
    assertThat(scene.decided(firm.tenant(), manager, task)).isFalse();
    assertThatThrownBy(() -> links.decide(link, "approve", "")).isInstanceOf(Conflict.class);
    assertThat(say("yes " + code())).as("asked anew").startsWith("Approved");
  }

  @Test
  void shouldForgetGuessesAfterADay() {
    var code = code();
    guess(code, Guesses.MOST);
    clock.advance(Guesses.DAY.plusSeconds(1));
    guess(code, Guesses.MOST);
    clock.advance(Guesses.WINDOW.plusSeconds(1));
    assertThat(say("yes " + code)).startsWith("Approved");
  }

  @Test
  void shouldDecideByButton() {
    code();
    assertThat(press("Approve", buttons.payload(firm.tenant().id(), offer(), "approve")))
        .startsWith("Approved");
    assertThat(press("Approve", buttons.payload(firm.tenant().id(), offer(), "approve")))
        .contains("already answered");
  }

  @Test
  void shouldAskForTheReasonAfterAButton() {
    code();
    assertThat(press("Reject", buttons.payload(firm.tenant().id(), offer(), "reject")))
        .isEqualTo("Please write your reason to reject.");
    assertThat(say("too many")).startsWith("Rejected");
  }

  @Test
  void shouldNotTakeForgedButtons() {
    code();
    var real = buttons.payload(firm.tenant().id(), offer(), "approve");
    for (var forged :
        new String[] {
          real.replace(":approve:", ":reject:"),
          real.substring(0, real.length() - 1),
          real + "x",
          "decide:x:approve:y",
          "decide:::",
          "something else"
        }) {
      press("Approve", forged);
      assertThat(scene.decided(firm.tenant(), manager, task)).isFalse();
    }
  }

  @Test
  void shouldNotTakeTheButtonOfAnotherPerson() {
    var colleague = firm.tenant().person("Carla Colleague", Role.PROJECT_MANAGER);
    var other = scene.phone(firm.tenant(), colleague);
    code();
    var button = buttons.payload(firm.tenant().id(), offer(), "approve");
    assertThat(scene.press(firm.tenant(), colleague, other, "Approve", button))
        .contains("not, or no longer, yours");
    assertThat(scene.decided(firm.tenant(), manager, task)).isFalse();
  }

  private String code() {
    return scene.code(firm.tenant(), manager, task);
  }

  private void guessADay(String code) {
    clock.advance(Duration.ofSeconds(1));
    guess(code, Guesses.MOST);
    clock.advance(Guesses.WINDOW.plusSeconds(1));
    guess(code, Guesses.MOST_A_DAY - Guesses.MOST - 1);
    assertThat(say("yes " + wrong(code))).contains("wrong codes again", "sign in", "/inbox");
  }

  private void guess(String code, int times) {
    for (var i = 0; i < times; i++) {
      say("yes " + wrong(code));
    }
  }

  private static String wrong(String... codes) {
    return IntStream.range(1000, 1009)
        .mapToObj(Integer::toString)
        .filter(one -> !List.of(codes).contains(one))
        .findFirst()
        .orElseThrow();
  }

  private java.util.UUID offer() {
    return firm.asSystem(
        () ->
            jdbc.sql("select id from app.decision_offer where task_key = ? and user_id = ?")
                .params(task, manager.user().value())
                .query(java.util.UUID.class)
                .single());
  }

  private String say(String text) {
    return scene.say(firm.tenant(), manager, phone, text);
  }

  private String press(String label, String button) {
    return scene.press(firm.tenant(), manager, phone, label, button);
  }
}
