package io.plumbline.inbox.api;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.plumbline.ApiTest;
import io.plumbline.TestCallers;
import io.plumbline.inbox.Holding;
import io.plumbline.inbox.Inbox;
import io.plumbline.inbox.InboxQuery;
import io.plumbline.inbox.InboxQuery.Sort;
import io.plumbline.inbox.InboxQuery.View;
import io.plumbline.inbox.TaskDecision;
import io.plumbline.inbox.TaskDetails;
import io.plumbline.inbox.TaskFilter;
import io.plumbline.inbox.TaskPage;
import io.plumbline.inbox.TaskRow;
import io.plumbline.shared.CappedCount;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

@ApiTest
class TaskControllerTest {
  private static final long KEY = 2_251_799_813_685_301L;
  private static final UUID PROJECT = UUID.randomUUID();

  private final MockMvc http;
  private final JwtEncoder tokens;
  private final Inbox inbox;

  TaskControllerTest(MockMvc http, JwtEncoder tokens, Inbox inbox) {
    this.http = http;
    this.tokens = tokens;
    this.inbox = inbox;
  }

  @Test
  void shouldListWithFilters() throws Exception {
    var filter =
        TaskFilter.NONE
            .process("procurement-approval")
            .project(PROJECT)
            .requester(PROJECT)
            .words("cement")
            .amounts(new BigDecimal("5000"), new BigDecimal("10000.50"))
            .due(TaskFilter.Due.OVERDUE);
    var query = InboxQuery.of(View.GROUPS, filter).sortedBy(Sort.AMOUNT, Sort.NEWEST).page(50, 25);
    given(inbox.pageAndCount(query))
        .willReturn(new TaskPage(List.of(row()), new CappedCount(51, false)));

    perform(
            get(
                "/api/v1/tasks?view=groups&process=procurement-approval&project={p}&requester={r}&overdue=true&q=cement&min=5000&max=10000.50&sort=amount,newest&offset=50&limit=25",
                PROJECT,
                PROJECT))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.items[0].key").value(Long.toString(KEY)))
        .andExpect(jsonPath("$.items[0].number").value("PR-000001"))
        .andExpect(jsonPath("$.items[0].amount.amount").value("4,500 SAR"))
        .andExpect(jsonPath("$.items[0].project.name").value("Tower B"))
        .andExpect(jsonPath("$.items[0].assignee").isEmpty())
        .andExpect(jsonPath("$.items[0].dueAt").value("2026-12-01T09:00:00Z"))
        .andExpect(jsonPath("$.total.value").value(51));
  }

  @Test
  void shouldListAllByDueDateUnlessAskedOtherwise() throws Exception {
    given(inbox.pageAndCount(any())).willReturn(new TaskPage(List.of(), new CappedCount(0, false)));

    perform(get("/api/v1/tasks")).andExpect(status().isOk());

    then(inbox).should().pageAndCount(InboxQuery.first());
  }

  @Test
  void shouldSayWhichParameterItCannotRead() throws Exception {
    for (var odd :
        List.of(
            "min=abc",
            "max=1e999999999",
            "min=-1",
            "min=1e-999999999",
            "requester=me",
            "due=someday",
            "view=everybody",
            "sort=due,beauty",
            "q=" + "x".repeat(201))) {
      perform(get(URI.create("/api/v1/tasks?" + odd)))
          .andExpect(status().isBadRequest())
          .andExpect(jsonPath("$.errors[0].field").value(odd.substring(0, odd.indexOf('='))));
    }
    perform(get("/api/v1/tasks?min=10&max=9"))
        .andExpect(status().isBadRequest())
        .andExpect(
            jsonPath("$.errors[0].message").value("The largest amount is below the smallest."));
  }

  @Test
  void shouldOpenTaskAndSayWhyNot() throws Exception {
    given(inbox.find(KEY))
        .willReturn(
            new TaskDetails(
                row(),
                "CREATED",
                Map.of("levelRank", 2),
                List.of(),
                false,
                false,
                "task.claimedByOther"));

    perform(get("/api/v1/tasks/{key}", KEY))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.key").value(Long.toString(KEY)))
        .andExpect(jsonPath("$.state").value("created"))
        .andExpect(jsonPath("$.variables.levelRank").value(2))
        .andExpect(jsonPath("$.whyNot.code").value("task.claimedByOther"))
        .andExpect(jsonPath("$.whyNot.message").value("Someone else has claimed this task."));
  }

  @Test
  void shouldClaimReleaseAndDecide() throws Exception {
    given(inbox.find(KEY))
        .willReturn(
            new TaskDetails(row(), "CREATED", Map.of(), List.of("approve"), true, false, ""));

    perform(post("/api/v1/tasks/{key}/claim", KEY)).andExpect(status().isOk());
    perform(post("/api/v1/tasks/{key}/release", KEY))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.whyNot").isEmpty());
    perform(
            post("/api/v1/tasks/{key}/complete", KEY)
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                    "{\"outcome\": \"reject\", \"reason\": \"too much\", \"data\": {\"a\": 1}}"))
        .andExpect(status().isAccepted());

    then(inbox).should().claim(KEY);
    then(inbox).should().release(KEY);
    then(inbox).should().complete(KEY, new TaskDecision("reject", "too much", Map.of("a", 1)));
  }

  @Test
  void shouldAskForOutcome() throws Exception {
    perform(
            post("/api/v1/tasks/{key}/complete", KEY)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{}"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].field").value("outcome"));
  }

  private ResultActions perform(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
    return http.perform(request.header("Authorization", TestCallers.bearer(tokens)));
  }

  private static TaskRow row() {
    return new TaskRow(
        KEY,
        "Approve 200 bags of cement",
        "PR-000001",
        "procurement-approval",
        "ApproveRequest",
        "procurement.approve",
        KEY - 1,
        UUID.randomUUID(),
        PROJECT,
        "Tower B",
        UUID.randomUUID(),
        "Site engineer",
        450_000L,
        "SAR",
        50,
        Instant.parse("2026-12-01T09:00:00Z"),
        Instant.parse("2026-11-20T09:00:00Z"),
        null,
        null,
        false,
        Holding.PLAIN);
  }
}
