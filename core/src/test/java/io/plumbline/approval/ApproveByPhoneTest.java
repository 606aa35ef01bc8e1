package io.plumbline.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.CoreTest;
import io.plumbline.TestClock;
import io.plumbline.TestReadModel;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Channel;
import io.plumbline.identity.Members;
import io.plumbline.identity.Role;
import io.plumbline.procurement.PurchaseRequestId;
import io.plumbline.procurement.PurchaseRequests;
import io.plumbline.procurement.TestFirm;
import io.plumbline.procurement.TestFirms;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
class ApproveByPhoneTest {
  private final ApprovalScene scene;
  private final TestFirms firms;
  private final PurchaseRequests requests;
  private final Members members;
  private final ApprovalLimits limits;
  private final OldOffers old;
  private final CodeConversation conversation;
  private final WordWithoutCode word;
  private final JdbcClient jdbc;
  private final TestClock clock;
  private TestFirm firm;
  private PurchaseRequestId request;
  private Caller manager;
  private String phone;
  private long task;

  ApproveByPhoneTest(
      ApprovalScene scene,
      TestFirms firms,
      PurchaseRequests requests,
      Members members,
      ApprovalLimits limits,
      OldOffers old,
      CodeConversation conversation,
      WordWithoutCode word,
      JdbcClient jdbc,
      TestClock clock) {
    this.scene = scene;
    this.firms = firms;
    this.requests = requests;
    this.members = members;
    this.limits = limits;
    this.old = old;
    this.conversation = conversation;
    this.word = word;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @BeforeEach
  void askTheManager() {
    firm = firms.newFirm();
    request = firm.aRequest().submitted().id();
    manager = firm.projectManager();
    phone = scene.phone(firm.tenant(), manager);
    task = scene.task(firm, request, Role.PROJECT_MANAGER);
  }

  @Test
  void shouldTellWhatIsAskedAndHowToAnswer() {
    var kept = scene.ask(firm.tenant(), manager, task, Channel.SMS);
    assertThat(scene.filled(firm.tenant(), manager, phone, kept))
        .contains("Approve PR-000001", "1,000 SAR", "Tower B", "Rana Requester")
        .containsPattern("YES \\d{4} to approve, NO \\d{4} and your reason to reject");
  }

  @ParameterizedTest
  @ValueSource(strings = {"YES %s", "yes %s", " Yes %s. ", "yes %s go ahead"})
  void shouldApproveByCode(String words) {
    var answer = say(words.formatted(code()));

    assertThat(answer).isEqualTo("Approved: PR-000001, 1,000 SAR. Everybody has approved it now.");
    assertThat(scene.decided(firm.tenant(), manager, task)).isTrue();
    assertThat(decisions()).containsExactly("approve by SMS");
  }

  @Test
  void shouldAskForTheCodeThatIsMissing() {
    assertThat(say("Yes!")).startsWith("Sorry, I did not understand");
    var code = code();
    assertThat(say("Yes!")).startsWith("Please add the four digits").contains("YES 4821");
    assertThat(scene.decided(firm.tenant(), manager, task)).isFalse();
    assertThat(say("yes " + code)).startsWith("Approved: PR-000001");
  }

  @Test
  void shouldDecideNothingByMail() {
    var code = code();
    var answer =
        firm.tenant()
            .as(
                manager,
                () ->
                    conversation
                        .consider(Channel.EMAIL, "manager@firm.example", "YES " + code)
                        .orElseThrow()
                        .act());

    assertThat(answer).startsWith("Nothing is decided by an answer to a mail.");
    assertThat(
            firm.tenant()
                .as(
                    manager,
                    () ->
                        word.consider(Channel.EMAIL, "manager@firm.example", "yes")
                            .orElseThrow()
                            .act()))
        .as("no code is asked for")
        .isEqualTo(answer);
    assertThat(scene.decided(firm.tenant(), manager, task)).isFalse();
    assertThat(say("YES " + code)).startsWith("Approved: PR-000001");
  }

  @Test
  void shouldTakeArabicDigits() {
    var arabic = new StringBuilder();
    code().chars().forEach(digit -> arabic.append((char) (digit - '0' + '٠')));
    assertThat(say("نعم " + arabic)).startsWith("Approved: PR-000001");
  }

  @Test
  void shouldSayWhoIsNext() {
    TestReadModel.variable(
        task - 1,
        task - 1,
        firm.tenant(),
        "levels",
        "[{\"group\":\"project-manager\"},{\"group\":\"finance-director\"}]");
    assertThat(say("yes " + code())).endsWith("It now goes to the finance director.");
  }

  @Test
  void shouldRejectWithTheReason() {
    assertThat(say("NO " + code() + " too expensive")).startsWith("Rejected: PR-000001");
    assertThat(reasons()).containsExactly("too expensive");
  }

  @Test
  void shouldAskForTheReasonAndTakeTheNextWordsForIt() {
    assertThat(say("NO " + code())).isEqualTo("Please write your reason to reject.");
    assertThat(scene.decided(firm.tenant(), manager, task)).isFalse();
    assertThat(say("far too expensive")).startsWith("Rejected: PR-000001");
    assertThat(reasons()).containsExactly("far too expensive");
  }

  @Test
  void shouldNotTakeLaterWordsForTheReason() {
    say("NO " + code());
    clock.advance(CodeConversation.REASON_AWAITED.plusSeconds(1));
    say("hello there");
    assertThat(scene.decided(firm.tenant(), manager, task)).isFalse();
  }

  @Test
  void shouldTakeACodeOnce() {
    var code = code();
    say("yes " + code);
    assertThat(say("yes " + code)).isEqualTo("You have already answered this: Approve.");
    assertThat(say("no " + code + " changed my mind")).contains("already answered");
    assertThat(decisions()).containsExactly("approve by SMS");
  }

  @Test
  void shouldPutTheSameTaskToAPersonOnce() {
    assertThat(code()).isEqualTo(code());
  }

  @Test
  void shouldAskAgainWhenItTookTooLong() {
    var old = code();
    clock.advance(Offers.LIFE.plusSeconds(1));
    var answer = say("yes " + old);
    assertThat(answer).startsWith("That took too long.");
    assertThat(scene.decided(firm.tenant(), manager, task)).isFalse();
    assertThat(say(answer.replaceAll("(?s).*(YES \\d{4}).*", "$1"))).startsWith("Approved");
  }

  @ParameterizedTest
  @ValueSource(strings = {"revision = revision + 1", "amount_minor = amount_minor + 1"})
  void shouldNotDecideWhatHasChanged(String change) {
    var code = code();
    firm.asSystem(
        () ->
            jdbc.sql("update app.purchase_request set " + change + " where id = ?")
                .param(request.value())
                .update());
    assertThat(say("yes " + code)).contains("has changed since");
    assertThat(say("yes " + code)).contains("has changed since");
    assertThat(scene.decided(firm.tenant(), manager, task)).isFalse();
  }

  @Test
  void shouldSayThatTheTaskIsGone() {
    var code = code();
    TestReadModel.end(task, "CANCELED");
    assertThat(say("yes " + code)).contains("no longer open");
  }

  @Test
  void shouldNotHearWhoIsNoLongerEntitled() {
    var code = code();
    firm.run(firm.tenant().system(), () -> members.assign(manager.user(), Set.of(Role.REQUESTER)));
    assertThat(say("yes " + code)).contains("not, or no longer, yours");
  }

  @Test
  void shouldLetNobodyDecideOnTheirOwnRequest() {
    var own = firm.aRequest().by(manager).submitted().id();
    task = scene.task(firm, own, Role.PROJECT_MANAGER);
    assertThat(say("yes " + code())).contains("own request");
    assertThat(scene.decided(firm.tenant(), manager, task)).isFalse();
  }

  @Test
  void shouldTellTheSecondWhoWasFirst() {
    var colleague = firm.tenant().person("Carla Colleague", Role.PROJECT_MANAGER);
    var other = scene.phone(firm.tenant(), colleague);
    var hers = scene.code(firm.tenant(), colleague, task);
    say("yes " + code());
    assertThat(scene.say(firm.tenant(), colleague, other, "no " + hers + " too late"))
        .isEqualTo("Petra Projects has already decided this task.");
  }

  @Test
  void shouldHaveOneEffectWhenTwoAnswerAtOnce() {
    var colleague = firm.tenant().person("Carla Colleague", Role.PROJECT_MANAGER);
    var other = scene.phone(firm.tenant(), colleague);
    var hers = "yes " + scene.code(firm.tenant(), colleague, task);
    var mine = "yes " + code();
    try (var threads = Executors.newFixedThreadPool(2)) {
      CompletableFuture.allOf(
              CompletableFuture.runAsync(() -> scene.write(other, hers, null), threads),
              CompletableFuture.runAsync(() -> scene.write(phone, mine, null), threads))
          .join();
    }
    assertThat(decisions()).containsExactly("approve by SMS");
  }

  @Test
  void shouldWantASignInAboveTheLimit() {
    var large = firm.aRequest().over(10_001).submitted().id();
    task = scene.task(firm, large, Role.PROJECT_MANAGER);
    assertThat(scene.ask(firm.tenant(), manager, task, Channel.SMS))
        .contains("sign in", "/inbox?task=" + task)
        .doesNotContain("YES");
  }

  @Test
  void shouldHoldEarlierCodesToALowerLimit() {
    var code = code();
    firm.run(firm.admin(), () -> limits.change(99_999));
    assertThat(say("yes " + code)).contains("above 999.99 SAR", "/inbox?task=" + task);
    assertThat(scene.decided(firm.tenant(), manager, task)).isFalse();
  }

  @Test
  void shouldLeaveFourDigitsToOthersWhenNoCodeWasSent() {
    assertThat(say("yes 4821")).doesNotContain("code");
  }

  @Test
  void shouldNotMindThatHoursPass() {
    var code = code();
    clock.advance(Duration.ofHours(50));
    assertThat(say("yes " + code)).startsWith("Approved");
  }

  @Test
  void shouldForgetWhatWasAskedLongAgo() {
    code();
    firm.run(firm.tenant().system(), old::forget);
    assertThat(offers()).isEqualTo(1);
    clock.advance(OldOffers.KEPT.plusDays(1));
    firm.run(firm.tenant().system(), old::forget);
    assertThat(offers()).isZero();
  }

  private int offers() {
    return firm.asSystem(
        () -> jdbc.sql("select count(*) from app.decision_offer").query(Integer.class).single());
  }

  private String code() {
    return scene.code(firm.tenant(), manager, task);
  }

  private String say(String text) {
    return scene.say(firm.tenant(), manager, phone, text);
  }

  private List<String> decisions() {
    return firm.as(firm.requester(), () -> requests.find("PR-000001")).decisions().stream()
        .map(decision -> decision.outcome() + " by " + decision.channel())
        .toList();
  }

  private List<String> reasons() {
    return firm.as(firm.requester(), () -> requests.find("PR-000001")).decisions().stream()
        .map(decision -> decision.reason())
        .toList();
  }
}
