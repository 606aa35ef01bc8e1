package io.plumbline.procurement;

import static io.plumbline.procurement.TestRequest.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plumbline.CoreTest;
import io.plumbline.identity.Channel;
import io.plumbline.identity.Role;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@CoreTest
@RecordApplicationEvents
class SubmitTest {
  private final PurchaseRequests requests;
  private final TestFirms firms;
  private TestFirm firm;

  SubmitTest(PurchaseRequests requests, TestFirms firms) {
    this.requests = requests;
    this.firms = firms;
  }

  @BeforeEach
  void newFirm() {
    firm = firms.newFirm();
  }

  @Test
  void shouldGiveNumberAndKeepEverything() {
    var submitted =
        firm.aRequest()
            .of(line("cement", "200", "bags", 2_250), line("laptop", "1.5", "pcs", 333))
            .noting(" for the slab\nof level 3 ")
            .submitted();

    var found = firm.as(firm.requester(), () -> requests.find(submitted.number()));
    assertThat(submitted.number()).isEqualTo("PR-000001");
    assertThat(found.id()).isEqualTo(submitted.id());
    assertThat(found.title()).isEqualTo("200 bags of cement + 1 more");
    assertThat(found.status()).isEqualTo(Status.SUBMITTED);
    assertThat(found.amountMinor()).isEqualTo(200 * 2_250 + 500); // 499.5 is rounded half up
    assertThat(found.lines())
        .extracting(PurchaseRequestDetails.Line::position)
        .containsExactly(1, 2);
    assertThat(found.lines().getLast().quantity()).isEqualByComparingTo("1.5");
    assertThat(found.note()).isEqualTo("for the slab\nof level 3");
    assertThat(found.requesterName()).isEqualTo("Rana Requester");
    assertThat(found.channel()).isEqualTo(Channel.WEB);
    assertThat(found.project().name()).isEqualTo("Tower B");
    assertThat(found.timeline())
        .extracting(PurchaseRequestDetails.Event::kind)
        .containsExactly("submitted");
    assertThat(found.mayWithdraw()).isTrue();
  }

  @Test
  void shouldAnnounceSubmissionWithWhatTheProcessNeeds(ApplicationEvents events) {
    var submitted = firm.aRequest().over(45).submitted();
    assertThat(events.stream(PurchaseRequestSubmitted.class))
        .containsExactly(
            new PurchaseRequestSubmitted(
                firm.tenant().id(),
                submitted.id(),
                "PR-000001",
                "1 load of cement",
                firm.requester().user(),
                1,
                4_500,
                "SAR",
                "materials",
                firm.project(),
                firm.vendor()));
  }

  @Test
  void shouldNumberWithoutGapsAndRepeatsWhenManySubmitAtOnce() {
    var numbers =
        IntStream.range(0, 10)
            .parallel()
            .mapToObj(i -> firm.aRequest().submitted().number())
            .toList();
    assertThat(numbers)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, 10).mapToObj("PR-%06d"::formatted).toList());
  }

  @Test
  void shouldTellEveryProblemAtOnce() {
    var refused =
        refusal(
            new NewPurchaseRequest(
                null,
                null,
                Arrays.asList(new NewLine("", null, "  ", -1L), null),
                null,
                null,
                null,
                null));
    assertThat(fields(refused))
        .containsExactlyInAnyOrder(
            "projectId",
            "category",
            "currency",
            "neededBy",
            "lines[0].item",
            "lines[0].quantity",
            "lines[0].unit",
            "lines[0].unitPriceMinor",
            "lines[1].item",
            "lines[1].quantity",
            "lines[1].unit",
            "lines[1].unitPriceMinor");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 100, lines[0].quantity, procurement.quantity.positive",
    "-3, 100, lines[0].quantity, procurement.quantity.positive",
    "1.0001, 100, lines[0].quantity, procurement.quantity.decimals",
    "1E+20, 100, lines[0].quantity, procurement.quantity.tooLarge",
    "1E-900000000, 100, lines[0].quantity, procurement.quantity.decimals",
    "1, -1, lines[0].unitPriceMinor, procurement.price.negative",
    "1, 99999999999999, lines[0].unitPriceMinor, procurement.total.tooLarge",
    "1, 9223372036854775807, lines[0].unitPriceMinor, procurement.total.tooLarge",
    "999999999, 99999999999, lines[0].unitPriceMinor, procurement.total.tooLarge",
    "1, 0, lines, procurement.total.zero",
    "0.001, 1, lines, procurement.total.zero",
  })
  void shouldRefuseAmountsThatMakeNoSense(String quantity, long price, String field, String code) {
    var refused = refusal(firm.aRequest().of(line("cement", quantity, "bags", price)).typed());
    assertThat(refused).extracting(Problem::field).containsExactly(field);
    assertThat(refused).extracting(Problem::code).containsExactly(code);
  }

  @Test
  void shouldRefuseTotalOverTheLimitAndAcceptTheLimit() {
    var half = line("turbine", "1", "pcs", 50_000_000_000L);
    assertThat(refusal(firm.aRequest().of(half, half).typed()))
        .extracting(Problem::code)
        .containsExactly("procurement.total.tooLarge");
    firm.aRequest().of(half, line("turbine", "1", "pcs", 49_999_999_999L)).submitted();
  }

  @Test
  void shouldRefuseNoLinesAndTooManyLines() {
    assertThat(codes(firm.aRequest().of())).containsExactly("procurement.lines.missing");
    assertThat(codes(firm.aRequest().times(500))).containsExactly("procurement.lines.tooMany");
    assertThat(firm.aRequest().times(200).submitted().number()).isEqualTo("PR-000001");
  }

  @Test
  void shouldRefuseTextsThatAreTooLongOrUnprintable() {
    assertThat(codes(firm.aRequest().noting("x".repeat(100_000)))).containsExactly("text.tooLong");
    assertThat(codes(firm.aRequest().noting("a\0b"))).containsExactly("text.controlCharacters");
    assertThat(codes(firm.aRequest().of(line("i".repeat(201), "1", "bags", 1))))
        .containsExactly("text.tooLong");
    assertThat(codes(firm.aRequest().of(line("item", "1", "u".repeat(21), 1))))
        .containsExactly("text.tooLong");
  }

  @Test
  void shouldKeepTextOfAnyScript() {
    var submitted = firm.aRequest().of(line("أسمنت 🏗️", "2", "كيس", 100)).submitted();
    var found = firm.as(firm.requester(), () -> requests.find(submitted.id()));
    assertThat(found.lines().getFirst().item()).isEqualTo("أسمنت 🏗️");
  }

  @Test
  void shouldRefuseDatesInThePastOrFarAway() {
    var today = LocalDate.now(firm.tenant().tenant().zone());
    assertThat(codes(firm.aRequest().neededBy(today.minusDays(1))))
        .containsExactly("procurement.neededBy.past");
    assertThat(codes(firm.aRequest().neededBy(LocalDate.MAX)))
        .containsExactly("procurement.neededBy.tooFar");
    firm.aRequest().neededBy(today).submitted();
  }

  @Test
  void shouldRefuseUnknownReferences() {
    assertThat(codes(firm.aRequest().forProject(UUID.randomUUID())))
        .containsExactly("procurement.project.unknown");
    assertThat(codes(firm.aRequest().inCategory("gold")))
        .containsExactly("procurement.category.unknown");
    assertThat(codes(firm.aRequest().from(UUID.randomUUID())))
        .containsExactly("procurement.vendor.unknown");
    assertThat(codes(firm.aRequest().in("XXL"))).containsExactly("procurement.currency.unknown");
    assertThat(codes(firm.aRequest().in("EUR"))).containsExactly("procurement.currency.notOurs");
  }

  @Test
  void shouldRefuseProjectOfOthersAndOfOtherFirms() {
    var outsider = firm.tenant().person("Otto", Role.REQUESTER);
    assertThat(refusal(outsider, firm.aRequest().typed()))
        .extracting(Problem::code)
        .containsExactly("procurement.project.unknown");
    assertThat(codes(firm.aRequest().forProject(firms.newFirm().project().value())))
        .containsExactly("procurement.project.unknown");
    firm.aRequest().by(firm.projectManager()).submitted();
  }

  @Test
  void shouldLetRequestersOnlyFile() {
    for (var other : List.of(firm.procurementManager(), firm.admin(), firm.operator())) {
      firms.assign(firm.tenant(), firm.project(), other.user());
      var wanted = firm.aRequest().by(other);
      assertThat(catchThrowableOfType(NotAllowed.class, wanted::submitted).problems())
          .extracting(Problem::code)
          .containsExactly("procurement.requesterOnly");
    }
  }

  @Test
  void shouldLeaveNothingBehindWhenRefused() {
    refusal(firm.aRequest().inCategory("gold").typed());
    assertThat(firm.aRequest().submitted().number()).isEqualTo("PR-000001");
  }

  @Test
  void shouldLimitByMajorUnitsOfTheCurrency() {
    var problems = new Problems();
    new LineChecks(problems, Currency.getInstance("JPY"))
        .check(List.of(new NewLine("yen", BigDecimal.ONE, "pcs", 1_000_000_000L)));
    assertThat(problems.none()).isFalse();
  }

  private List<String> codes(TestRequest request) {
    return refusal(request.typed()).stream().map(Problem::code).toList();
  }

  private static List<String> fields(List<Problem> problems) {
    return problems.stream().map(problem -> String.valueOf(problem.field())).toList();
  }

  private List<Problem> refusal(NewPurchaseRequest typed) {
    return refusal(firm.requester(), typed);
  }

  private List<Problem> refusal(io.plumbline.identity.Caller caller, NewPurchaseRequest typed) {
    return catchThrowableOfType(
            InvalidInput.class, () -> firm.as(caller, () -> requests.submit(typed)))
        .problems();
  }
}
