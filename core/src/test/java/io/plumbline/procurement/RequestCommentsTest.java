package io.plumbline.procurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.CoreTest;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Person;
import io.plumbline.identity.Role;
import io.plumbline.identity.UserId;
import io.plumbline.messaging.ToldNotices;
import io.plumbline.procurement.PurchaseRequestDetails.Comment;
import io.plumbline.procurement.PurchaseRequestDetails.Mention;
import io.plumbline.shared.NotFound;
import io.plumbline.shared.TenantSignals;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@CoreTest
class RequestCommentsTest {
  private final PurchaseRequests requests;
  private final ToldNotices told;
  private final TenantSignals signals;
  private final TestFirms firms;
  private TestFirm firm;
  private PurchaseRequestId id;

  RequestCommentsTest(
      PurchaseRequests requests, ToldNotices told, TenantSignals signals, TestFirms firms) {
    this.requests = requests;
    this.told = told;
    this.signals = signals;
    this.firms = firms;
  }

  @BeforeEach
  void newRequest() {
    firm = firms.newFirm();
    id = firm.aRequest().submitted().id();
  }

  @Test
  void shouldKeepWhoIsNamedAndTellThem() {
    comment(firm.requester(), "Ask @Paul Procurement and @fadi about the price.");

    assertThat(last().mentions())
        .extracting(Mention::name)
        .containsExactly("Fadi Finance", "Paul Procurement");
    assertThat(toldTo(firm.procurementManager()))
        .singleElement()
        .asString()
        .contains("Rana Requester wrote on PR-000001", "Ask @Paul Procurement and @fadi");
    assertThat(toldTo(firm.financeDirector())).hasSize(1);
    assertThat(toldTo(firm.projectManager())).isEmpty();
  }

  @Test
  void shouldNeitherNameNorTellThoseWhoMayNotSeeTheRequest() {
    firm.tenant().person("Sami Stranger", Role.REQUESTER);

    comment(firm.requester(), "@Sami Stranger @Omar Operator have a look");

    assertThat(last().mentions()).isEmpty();
    assertThat(toldTo(firm.operator())).isEmpty();
  }

  @Test
  void shouldNotTellTheAuthorOfTheirOwnName() {
    comment(firm.financeDirector(), "I, @Fadi Finance, agree.");

    assertThat(last().mentions()).extracting(Mention::name).containsExactly("Fadi Finance");
    assertThat(toldTo(firm.financeDirector())).isEmpty();
  }

  @Test
  void shouldTakeTheLongestNameAndNoPartOfAWord() {
    var long1 = firm.tenant().person("Paul Procurement Senior", Role.PROCUREMENT_MANAGER);

    comment(firm.requester(), "@Paul Procurement Senior, mail me@paul or @Paulus");

    assertThat(last().mentions()).extracting(Mention::id).containsExactly(long1.user());
  }

  @Test
  void shouldTellOnlyThePickedOneOfTwoWithOneName() {
    var other = firm.tenant().person("Fadi Finance", Role.FINANCE_DIRECTOR);

    comment(firm.requester(), "@Fadi Finance please");
    assertThat(last().mentions()).isEmpty();

    firm.run(
        firm.requester(), () -> requests.comment(id, "@Fadi Finance please", Set.of(other.user())));

    assertThat(last().mentions()).extracting(Mention::id).containsExactly(other.user());
    assertThat(toldTo(other)).hasSize(1);
    assertThat(toldTo(firm.financeDirector())).isEmpty();
  }

  @Test
  void shouldIgnorePickedPeopleWhomTheTextDoesNotName() {
    firm.run(
        firm.requester(),
        () ->
            requests.comment(
                id, "Nobody is named.", Set.of(firm.operator().user(), firm.admin().user())));

    assertThat(last().mentions()).isEmpty();
    assertThat(toldTo(firm.admin())).isEmpty();
  }

  @Test
  void shouldKeepHtmlAsItWasTyped() {
    var typed = "<img src=x onerror=alert(1)> & <b>@Paul</b>";

    comment(firm.requester(), typed);

    assertThat(last().body()).isEqualTo(typed);
  }

  @Test
  void shouldTellOpenPagesOfTheFirm() throws InterruptedException {
    var heard = new CountDownLatch(1);
    try (var open =
        signals.subscribe(firm.tenant().id().value(), PurchaseRequests.SIGNAL, heard::countDown)) {
      assertThat(open).isNotNull();
      comment(firm.requester(), "Anyone here?");

      assertThat(heard.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void shouldOfferColleaguesWhoMaySeeTheRequest() {
    assertThat(offered(firm.requester(), ""))
        .containsExactly(
            "Ada Admin", "Fadi Finance", "Paul Procurement", "Petra Projects", "Rana Requester");
    assertThat(offered(firm.requester(), "pRO"))
        .containsExactly("Paul Procurement", "Petra Projects");
    assertThat(offered(firm.requester(), "Fadi Fin")).containsExactly("Fadi Finance");
    assertThatThrownBy(() -> offered(firm.operator(), "")).isInstanceOf(NotFound.class);
  }

  private List<String> offered(Caller caller, String typed) {
    return firm.as(caller, () -> requests.mentionable(id, typed)).stream()
        .map(Person::name)
        .toList();
  }

  private void comment(Caller author, String body) {
    firm.run(author, () -> requests.comment(id, body));
  }

  private Comment last() {
    return firm.as(firm.requester(), () -> requests.find(id)).comments().getLast();
  }

  private List<String> toldTo(Caller person) {
    UserId user = person.user();
    return firm.asSystem(() -> told.to(user));
  }
}
