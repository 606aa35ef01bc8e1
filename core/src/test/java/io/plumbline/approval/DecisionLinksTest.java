package io.plumbline.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.CoreTest;
import io.plumbline.TestClock;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Channel;
import io.plumbline.identity.ChannelAddresses;
import io.plumbline.identity.Members;
import io.plumbline.identity.Role;
import io.plumbline.identity.TenantId;
import io.plumbline.procurement.PurchaseRequests;
import io.plumbline.procurement.TestFirm;
import io.plumbline.procurement.TestFirms;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotAllowed;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
class DecisionLinksTest {
  private final ApprovalScene scene;
  private final DecisionLinks links;
  private final OfferTokens tokens;
  private final LinkText late;
  private final TestFirms firms;
  private final PurchaseRequests requests;
  private final Members members;
  private final ChannelAddresses addresses;
  private final JdbcClient jdbc;
  private final TestClock clock;
  private TestFirm firm;
  private Caller manager;
  private long task;
  private String token;

  DecisionLinksTest(
      ApprovalScene scene,
      DecisionLinks links,
      OfferTokens tokens,
      LinkText late,
      TestFirms firms,
      PurchaseRequests requests,
      Members members,
      ChannelAddresses addresses,
      JdbcClient jdbc,
      TestClock clock) {
    this.scene = scene;
    this.links = links;
    this.tokens = tokens;
    this.late = late;
    this.firms = firms;
    this.requests = requests;
    this.members = members;
    this.addresses = addresses;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @BeforeEach
  void mailTheManager() {
    firm = firms.newFirm();
    manager = firm.projectManager();
    task = scene.task(firm, firm.aRequest().submitted().id(), Role.PROJECT_MANAGER);
    token = scene.token(firm.tenant(), manager, task);
  }

  @Test
  void shouldShowTheQuestionAndChangeNothing() {
    for (var look = 0; look < 3; look++) {
      var asked = links.open(token).orElseThrow();
      assertThat(asked.person()).isEqualTo("Petra Projects");
      assertThat(asked.question().text()).contains("PR-000001", "1,000 SAR");
      assertThat(asked.choices()).hasSize(3);
    }
    assertThat(scene.decided(firm.tenant(), manager, task)).isFalse();
  }

  @Test
  void shouldDecideOnce() {
    assertThat(links.decide(token, "approve", "").orElseThrow()).startsWith("Approved: PR-000001");
    assertThatThrownBy(() -> links.decide(token, "approve", ""))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("already answered");
    assertThatThrownBy(() -> links.open(token)).isInstanceOf(Conflict.class);
    var decisions = firm.as(firm.requester(), () -> requests.find("PR-000001")).decisions();
    assertThat(decisions).hasSize(1);
    assertThat(decisions.getFirst().channel().name()).isEqualTo("EMAIL");
  }

  @Test
  void shouldRecordTheProvenMailAddressItWentTo() {
    var proven = scene.mail(firm.tenant(), manager);
    firm.run(
        firm.tenant().system(),
        () -> addresses.bind(Channel.EMAIL, "0@" + task + ".example", manager.user()));
    links.decide(token, "approve", "");
    assertThat(device()).isEqualTo(proven);
  }

  @Test
  void shouldHoldNoLinkThatWasMailedToAnAddressRemovedSince() {
    var first = scene.mail(firm.tenant(), manager);
    firm.run(
        manager,
        () -> {
          addresses.bindProven(Channel.EMAIL, "second@" + task + ".example", manager.user());
          addresses.unbind(Channel.EMAIL, first, manager.user());
        });
    assertThat(links.open(token)).isEmpty();
  }

  @Test
  void shouldFillInNoLinkForAnAddressNobodyHasProven() {
    var kept = scene.ask(firm.tenant(), manager, task, Channel.EMAIL);
    var address = "0@" + task + ".example";
    firm.run(firm.tenant().system(), () -> addresses.bind(Channel.EMAIL, address, manager.user()));
    assertThat(firm.as(manager, () -> late.fill(manager.user(), address, kept)))
        .contains("/decide/\n");
  }

  @Test
  void shouldHoldNoLinkOnceTheAddressIsRemoved() {
    var proven = scene.mail(firm.tenant(), manager);
    firm.run(manager, () -> addresses.unbind(Channel.EMAIL, proven, manager.user()));
    assertThat(links.open(token)).isEmpty();
    assertThat(links.decide(token, "approve", "")).isEmpty();
    assertThat(scene.decided(firm.tenant(), manager, task)).isFalse();
  }

  private String device() {
    return firm.asSystem(
        () ->
            jdbc.sql("select device from app.task_decision where task_key = ?")
                .param(task)
                .query(String.class)
                .single());
  }

  @Test
  void shouldEndTheCodeWithTheLink() {
    var phone = scene.phone(firm.tenant(), manager);
    var code = scene.code(firm.tenant(), manager, task);
    links.decide(token, "approve", "");
    assertThat(scene.say(firm.tenant(), manager, phone, "yes " + code))
        .contains("already answered");
  }

  @Test
  void shouldWantAReasonAndKeepTheLink() {
    assertThatThrownBy(() -> links.decide(token, "reject", " "))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("reason");
    assertThat(links.decide(token, "reject", "too many").orElseThrow()).startsWith("Rejected");
  }

  @Test
  void shouldKeepNoLinkThatWorks() {
    var kept = scene.ask(firm.tenant(), manager, task, Channel.EMAIL);
    assertThat(kept).contains("/decide/{offer-").doesNotContain(token);
    assertThat(links.open(kept.replaceAll("(?s).*/decide/(\\S+).*", "$1"))).isEmpty();
  }

  @Test
  void shouldFillNobodyElsesMessageWithTheLink() {
    var kept = scene.ask(firm.tenant(), manager, task, Channel.EMAIL);
    var copied =
        firm.asSystem(
            () ->
                late.fill(
                    firm.requester().user(),
                    scene.mail(firm.tenant(), firm.requester()),
                    kept + " {offer-" + "0".repeat(36) + "}"));
    assertThat(copied).doesNotContain(token).contains("/decide/\n");
  }

  @Test
  void shouldKnowNoForgedLinks() {
    var otherTenant = tokens.of(new TenantId(UUID.randomUUID()), UUID.randomUUID(), "a@b.example");
    for (var forged :
        new String[] {
          "",
          ".",
          "x",
          token.substring(1),
          token.substring(0, token.length() - 1),
          token.substring(0, token.indexOf('.')),
          token.substring(0, token.indexOf('.')) + ".AAAAAAAAAAAAAAAAAAAAAA",
          "%00" + token,
          token + token,
          otherTenant
        }) {
      assertThat(links.open(forged)).isEmpty();
      assertThat(links.decide(forged, "approve", "")).isEmpty();
    }
    assertThat(scene.decided(firm.tenant(), manager, task)).isFalse();
  }

  @Test
  void shouldNotTakeAnExpiredLink() {
    clock.advance(Offers.LIFE.plusSeconds(1));
    assertThatThrownBy(() -> links.open(token)).isInstanceOf(Conflict.class);
    assertThatThrownBy(() -> links.decide(token, "approve", "")).isInstanceOf(Conflict.class);
    assertThat(scene.decided(firm.tenant(), manager, task)).isFalse();
  }

  @Test
  void shouldNotTakeAnUnknownAnswer() {
    assertThatThrownBy(() -> links.decide(token, "allow", "")).isInstanceOf(InvalidInput.class);
  }

  @Test
  void shouldNotHearWhoIsNoLongerEntitled() {
    firm.run(firm.tenant().system(), () -> members.assign(manager.user(), java.util.Set.of()));
    assertThatThrownBy(() -> links.decide(token, "approve", "")).isInstanceOf(NotAllowed.class);
  }

  @Test
  void shouldNotHearAStoppedAccount() {
    firm.tenant().account(manager, "petra-" + UUID.randomUUID(), "a long password");
    firm.run(firm.tenant().system(), () -> members.activate(manager.user(), false));
    assertThat(links.open(token)).isEmpty();
    assertThat(links.decide(token, "approve", "")).isEmpty();
  }
}
