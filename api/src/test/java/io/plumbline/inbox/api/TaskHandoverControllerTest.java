package io.plumbline.inbox.api;

import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.plumbline.ApiTest;
import io.plumbline.TestCallers;
import io.plumbline.identity.UserId;
import io.plumbline.inbox.Inbox;
import io.plumbline.inbox.TaskEvent;
import io.plumbline.inbox.TaskHandovers;
import io.plumbline.inbox.TaskResting;
import io.plumbline.shared.Conflict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ApiTest
class TaskHandoverControllerTest {
  private static final long KEY = 2_251_799_813_685_301L;
  private static final UserId ENGINEER = new UserId(UUID.randomUUID());

  private final MockMvc http;
  private final JwtEncoder tokens;
  private final Inbox inbox;
  private final TaskHandovers handovers;
  private final TaskResting resting;

  TaskHandoverControllerTest(
      MockMvc http, JwtEncoder tokens, Inbox inbox, TaskHandovers handovers, TaskResting resting) {
    this.http = http;
    this.tokens = tokens;
    this.inbox = inbox;
    this.handovers = handovers;
    this.resting = resting;
  }

  @Test
  void shouldGiveAwayAndGetBack() throws Exception {
    given(inbox.seek(KEY)).willReturn(Optional.empty());
    var to = "{\"to\": \"%s\", \"note\": \"Price?\"}".formatted(ENGINEER);

    send("delegate", to).andExpect(status().isOk());
    send("reassign", to).andExpect(status().isOk());
    send("hand-back", "{}").andExpect(status().isOk());
    send("put-off", "{\"until\": \"2026-12-01\"}").andExpect(status().isOk());
    send("resume", "{}").andExpect(status().isOk());

    then(handovers).should().delegate(KEY, ENGINEER, "Price?");
    then(handovers).should().reassign(KEY, ENGINEER, "Price?");
    then(handovers).should().handBack(KEY, "");
    then(resting).should().putOff(KEY, LocalDate.of(2026, 12, 1));
    then(resting).should().resume(KEY);
  }

  @Test
  void shouldSayWhatIsMissingOrTooLate() throws Exception {
    send("delegate", "{}")
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].field").value("to"));
    willThrow(new Conflict("task.notDelegated")).given(handovers).handBack(KEY, "late");
    send("hand-back", "{\"note\": \"late\"}").andExpect(status().isConflict());
  }

  @Test
  void shouldTellThroughWhoseHandsItWent() throws Exception {
    given(handovers.history(KEY))
        .willReturn(
            List.of(
                new TaskEvent(
                    TaskEvent.Kind.DELEGATED,
                    "Manager",
                    "Director",
                    "Engineer",
                    "Price?",
                    Instant.parse("2026-11-20T10:00:00Z"))));

    http.perform(
            get("/api/v1/tasks/{key}/history", KEY)
                .header("Authorization", TestCallers.bearer(tokens)))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$[0].kind").value("delegated"))
        .andExpect(jsonPath("$[0].actingFor").value("Director"))
        .andExpect(jsonPath("$[0].other").value("Engineer"));
  }

  private ResultActions send(String what, String body) throws Exception {
    return http.perform(
        post("/api/v1/tasks/{key}/" + what, KEY)
            .header("Authorization", TestCallers.bearer(tokens))
            .contentType(MediaType.APPLICATION_JSON)
            .content(body));
  }
}
