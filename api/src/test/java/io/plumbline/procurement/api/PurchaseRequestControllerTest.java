package io.plumbline.procurement.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.plumbline.ApiTest;
import io.plumbline.TestCallers;
import io.plumbline.document.FileId;
import io.plumbline.document.StoredFile;
import io.plumbline.identity.Channel;
import io.plumbline.identity.UserId;
import io.plumbline.procurement.BudgetPosition;
import io.plumbline.procurement.NewPurchaseRequest;
import io.plumbline.procurement.PurchaseRequestDetails;
import io.plumbline.procurement.PurchaseRequestDetails.Decision;
import io.plumbline.procurement.PurchaseRequestDetails.Line;
import io.plumbline.procurement.PurchaseRequestFilter;
import io.plumbline.procurement.PurchaseRequestId;
import io.plumbline.procurement.PurchaseRequestRow;
import io.plumbline.procurement.PurchaseRequests;
import io.plumbline.procurement.Status;
import io.plumbline.procurement.SubmittedRequest;
import io.plumbline.project.ProjectId;
import io.plumbline.project.ProjectRow;
import io.plumbline.project.Projects;
import io.plumbline.shared.CappedCount;
import io.plumbline.shared.PageRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

@ApiTest
class PurchaseRequestControllerTest {
  private static final UUID ID = UUID.fromString("0197a3a0-0000-7000-8000-0000000000aa");
  private static final ProjectRow TOWER =
      new ProjectRow(new ProjectId(UUID.randomUUID()), "TWR-B", "Tower B");
  private static final Instant AT = Instant.parse("2026-11-20T08:00:00Z");

  private final MockMvc http;
  private final JwtEncoder tokens;
  private final PurchaseRequests requests;
  private final Projects projects;

  PurchaseRequestControllerTest(
      MockMvc http, JwtEncoder tokens, PurchaseRequests requests, Projects projects) {
    this.http = http;
    this.tokens = tokens;
    this.requests = requests;
    this.projects = projects;
  }

  @BeforeEach
  void projectAndRequest() {
    given(projects.findByCode("TWR-B")).willReturn(Optional.of(TOWER));
    given(requests.find("PR-000001")).willReturn(details());
  }

  @Test
  void shouldFileRequestAndSayWhereItIs() throws Exception {
    given(requests.submit(any()))
        .willReturn(new SubmittedRequest(new PurchaseRequestId(ID), "PR-000001"));

    perform(
            post("/api/v1/purchase-requests")
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                    """
                    {"projectId": "TWR-B", "category": "materials", "currency": "SAR", "neededBy": "2026-12-10",
                     "lines": [{"item": "Cement", "quantity": 200, "unit": "bags", "unitPriceMinor": 2250}], "note": "بسرعة"}
                    """))
        .andExpect(status().isCreated())
        .andExpect(header().string("Location", "/api/v1/purchase-requests/PR-000001"))
        .andExpect(jsonPath("$.number").value("PR-000001"))
        .andExpect(jsonPath("$.id").value(ID.toString()));

    var filed = ArgumentCaptor.forClass(NewPurchaseRequest.class);
    then(requests).should().submit(filed.capture());
    assertThat(filed.getValue().projectId()).isEqualTo(TOWER.id().value());
    assertThat(filed.getValue().note()).isEqualTo("بسرعة");
    assertThat(filed.getValue().neededBy()).isEqualTo("2026-12-10");
    assertThat(filed.getValue().lines().getFirst().quantity()).isEqualByComparingTo("200");
  }

  @Test
  void shouldLeaveEveryJudgementToCore() throws Exception {
    given(requests.submit(any()))
        .willReturn(new SubmittedRequest(new PurchaseRequestId(ID), "PR-000001"));

    perform(
            post("/api/v1/purchase-requests")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"lines\": [null]}"))
        .andExpect(status().isCreated());

    then(requests)
        .should()
        .submit(new NewPurchaseRequest(null, null, List.of(), null, null, null, null));
  }

  @Test
  void shouldNameUnknownProject() throws Exception {
    given(projects.findByCode("NOPE")).willReturn(Optional.empty());

    perform(
            post("/api/v1/purchase-requests")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"projectId\": \"NOPE\"}"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].field").value("projectId"));
  }

  @Test
  void shouldShowRequestWithMoneyAsNumberAndText() throws Exception {
    perform(get("/api/v1/purchase-requests/PR-000001"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.status").value("sent-back"))
        .andExpect(jsonPath("$.amount.amountMinor").value(450_000))
        .andExpect(jsonPath("$.amount.currency").value("SAR"))
        .andExpect(jsonPath("$.amount.amount").value("4,500 SAR"))
        .andExpect(jsonPath("$.project.code").value("TWR-B"))
        .andExpect(jsonPath("$.neededBy").value("2026-12-10"))
        .andExpect(jsonPath("$.submittedAt").value("2026-11-20T08:00:00Z"))
        .andExpect(jsonPath("$.processInstanceKey").value("2251799813685301"))
        .andExpect(jsonPath("$.lines[0].unitPrice.amount").value("22.50 SAR"))
        .andExpect(jsonPath("$.decisions[0].channel").value("whatsapp"))
        .andExpect(jsonPath("$.budget.freeAfter.amountMinor").value(550_000))
        .andExpect(jsonPath("$.order").isEmpty());
  }

  @Test
  void shouldListWithFilters() throws Exception {
    var filter = new PurchaseRequestFilter(true, Status.SENT_BACK, TOWER.id().value(), "cement");
    given(requests.list(filter, new PageRequest(10, 5))).willReturn(List.of(row()));
    given(requests.count(filter)).willReturn(new CappedCount(1000, true));

    perform(
            get(
                "/api/v1/purchase-requests?status=sent-back&project=TWR-B&q=cement&mine=true&offset=10&limit=5"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.items[0].number").value("PR-000001"))
        .andExpect(jsonPath("$.items[0].amount.amount").value("4,500 SAR"))
        .andExpect(jsonPath("$.offset").value(10))
        .andExpect(jsonPath("$.total.value").value(1000))
        .andExpect(jsonPath("$.total.more").value(true));
  }

  @Test
  void shouldWithdrawAndComment() throws Exception {
    perform(
            post("/api/v1/purchase-requests/PR-000001/withdraw")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"reason\": \"not needed\"}"))
        .andExpect(status().isOk());
    perform(
            post("/api/v1/purchase-requests/PR-000001/comments")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"body\": \"by Thursday\"}"))
        .andExpect(status().isCreated());

    then(requests).should().withdraw(new PurchaseRequestId(ID), "not needed");
    then(requests).should().comment(new PurchaseRequestId(ID), "by Thursday");
  }

  @Test
  void shouldGiveOrderAsPdf() throws Exception {
    given(requests.orderDocument("PR-000001"))
        .willReturn(
            new StoredFile(
                new FileId(ID), "PO-000001.pdf", "application/pdf", new byte[] {37, 80, 68, 70}));

    perform(get("/api/v1/purchase-requests/PR-000001/order.pdf"))
        .andExpect(status().isOk())
        .andExpect(content().contentType(MediaType.APPLICATION_PDF))
        .andExpect(header().string("Content-Disposition", "inline; filename=\"PO-000001.pdf\""))
        .andExpect(content().bytes(new byte[] {37, 80, 68, 70}));
  }

  private ResultActions perform(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
    return http.perform(request.header("Authorization", TestCallers.bearer(tokens)));
  }

  private static PurchaseRequestRow row() {
    return new PurchaseRequestRow(
        new PurchaseRequestId(ID),
        "PR-000001",
        "200 bags of cement",
        "Tower B",
        "Site engineer",
        "materials",
        450_000,
        "SAR",
        LocalDate.parse("2026-12-10"),
        Status.SENT_BACK,
        AT);
  }

  static PurchaseRequestDetails details() {
    var person = new UserId(UUID.randomUUID());
    return new PurchaseRequestDetails(
        new PurchaseRequestId(ID),
        "PR-000001",
        "200 bags of cement",
        Status.SENT_BACK,
        person,
        "Site engineer",
        Channel.REST,
        TOWER,
        "materials",
        450_000,
        "SAR",
        LocalDate.parse("2026-12-10"),
        "",
        null,
        1,
        AT,
        2_251_799_813_685_301L,
        false,
        true,
        List.of(new Line(1, "Cement", new BigDecimal("200"), "bags", 2250, 450_000)),
        List.of(
            new Decision(
                "approval",
                "sendBack",
                1,
                2,
                person,
                "Manager",
                "Absent manager",
                Channel.WHATSAPP,
                "too many",
                AT,
                1,
                null)),
        List.of(),
        List.of(),
        new BudgetPosition("materials", "SAR", 1_000_000, 0, 450_000, 450_000, true),
        null);
  }
}
