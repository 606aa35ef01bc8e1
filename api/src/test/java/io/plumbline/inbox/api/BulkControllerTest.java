package io.plumbline.inbox.api;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.plumbline.ApiTest;
import io.plumbline.TestCallers;
import io.plumbline.identity.UserId;
import io.plumbline.inbox.BulkAction;
import io.plumbline.inbox.BulkResult;
import io.plumbline.inbox.BulkTasks;
import io.plumbline.inbox.TaskDecision;
import io.plumbline.shared.Problem;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ApiTest
class BulkControllerTest {
  private final MockMvc http;
  private final JwtEncoder tokens;
  private final BulkTasks bulk;

  BulkControllerTest(MockMvc http, JwtEncoder tokens, BulkTasks bulk) {
    this.http = http;
    this.tokens = tokens;
    this.bulk = bulk;
  }

  @Test
  void shouldAnswerForEachTask() throws Exception {
    var approve = new BulkAction.Decide(new TaskDecision("approve", null, Map.of()));
    given(bulk.run(eq(approve), eq(List.of(1L, 2251799813685301L)), any()))
        .willReturn(
            List.of(
                new BulkResult(1, List.of()),
                new BulkResult(
                    2251799813685301L,
                    List.of(Problem.of(null, "task.claimedBy", "Omar Haddad")))));

    perform(
            "{\"action\": \"complete\", \"outcome\": \"approve\", \"keys\": [\"1\", \"2251799813685301\"]}")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.done").value(1))
        .andExpect(jsonPath("$.refused").value(1))
        .andExpect(jsonPath("$.results[0].done").value(true))
        .andExpect(jsonPath("$.results[1].key").value("2251799813685301"))
        .andExpect(jsonPath("$.results[1].problems[0].code").value("task.claimedBy"))
        .andExpect(
            jsonPath("$.results[1].problems[0].message")
                .value("Omar Haddad has claimed this task."));
  }

  @Test
  void shouldClaimAndRelease() throws Exception {
    perform("{\"action\": \"claim\", \"keys\": [\"1\"]}").andExpect(status().isOk());
    perform("{\"action\": \"release\", \"keys\": [\"1\"]}").andExpect(status().isOk());

    then(bulk).should().run(eq(new BulkAction.Claim()), eq(List.of(1L)), any());
    then(bulk).should().run(eq(new BulkAction.Release()), eq(List.of(1L)), any());
  }

  @Test
  void shouldReassign() throws Exception {
    var to = new UUID(0, 7);
    perform("{\"action\": \"reassign\", \"to\": \"" + to + "\", \"keys\": [\"1\", \"2\"]}")
        .andExpect(status().isOk());

    then(bulk)
        .should()
        .run(eq(new BulkAction.Reassign(new UserId(to), "")), eq(List.of(1L, 2L)), any());
  }

  @Test
  void shouldNameWhatIsWrong() throws Exception {
    for (var odd :
        Map.of(
                "{}", "action",
                "{\"action\": \"burn\", \"keys\": [\"1\"]}", "action",
                "{\"action\": \"complete\", \"keys\": [\"1\"]}", "outcome",
                "{\"action\": \"reassign\", \"keys\": [\"1\"]}", "to",
                "{\"action\": \"claim\", \"keys\": [\"1\", \"x\"]}", "keys[1]",
                "{\"action\": \"claim\", \"keys\": [null]}", "keys[0]")
            .entrySet()) {
      perform(odd.getKey())
          .andExpect(status().isBadRequest())
          .andExpect(jsonPath("$.errors[0].field").value(odd.getValue()));
    }
  }

  private ResultActions perform(String body) throws Exception {
    return http.perform(
        post("/api/v1/tasks/bulk")
            .header("Authorization", TestCallers.bearer(tokens))
            .contentType(MediaType.APPLICATION_JSON)
            .content(body));
  }
}
