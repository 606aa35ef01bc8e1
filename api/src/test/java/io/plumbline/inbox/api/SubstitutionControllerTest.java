package io.plumbline.inbox.api;

import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.plumbline.ApiTest;
import io.plumbline.TestCallers;
import io.plumbline.identity.UserId;
import io.plumbline.inbox.NewSubstitution;
import io.plumbline.inbox.Substitution;
import io.plumbline.inbox.Substitution.State;
import io.plumbline.inbox.Substitutions;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

@ApiTest
class SubstitutionControllerTest {
  private static final UUID ID = UUID.randomUUID();
  private static final UserId ADA = new UserId(UUID.randomUUID());
  private static final UserId BEN = new UserId(UUID.randomUUID());
  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

  private final MockMvc http;
  private final JwtEncoder tokens;
  private final Substitutions substitutions;

  SubstitutionControllerTest(MockMvc http, JwtEncoder tokens, Substitutions substitutions) {
    this.http = http;
    this.tokens = tokens;
    this.substitutions = substitutions;
  }

  @Test
  void shouldListMineOrAll() throws Exception {
    given(substitutions.mine()).willReturn(List.of(one(State.PROPOSED)));
    given(substitutions.all()).willThrow(new NotAllowed("substitution.adminOnly"));

    perform(get("/api/v1/substitutions"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$[0].absent.name").value("Ada"))
        .andExpect(jsonPath("$[0].substitute.id").value(BEN.toString()))
        .andExpect(jsonPath("$[0].from").value("2026-12-01"))
        .andExpect(jsonPath("$[0].state").value("proposed"))
        .andExpect(jsonPath("$[0].mayAnswer").value(true));
    perform(get("/api/v1/substitutions?all=true")).andExpect(status().isForbidden());
  }

  @Test
  void shouldNameASubstitute() throws Exception {
    given(
            substitutions.name(
                new NewSubstitution(null, BEN.value(), DAY, DAY, "procurement-approval")))
        .willReturn(one(State.PROPOSED));

    perform(
            post("/api/v1/substitutions")
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                    """
                    {"substitute": "%s", "from": "2026-12-01", "until": "2026-12-01",
                     "process": "procurement-approval"}"""
                        .formatted(BEN)))
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.id").value(ID.toString()));
  }

  @Test
  void shouldSayWhichFieldIsWrong() throws Exception {
    given(substitutions.name(new NewSubstitution(null, null, null, null, null)))
        .willThrow(
            new InvalidInput(List.of(Problem.of("substitute", "substitution.substitute.missing"))));

    perform(post("/api/v1/substitutions").contentType(MediaType.APPLICATION_JSON).content("{}"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].field").value("substitute"))
        .andExpect(jsonPath("$.errors[0].message").value("Choose who stands in."));
    perform(
            post("/api/v1/substitutions")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"from\": \"soon\"}"))
        .andExpect(status().isBadRequest());
  }

  @Test
  void shouldAnswerAndEnd() throws Exception {
    given(substitutions.accept(ID)).willReturn(one(State.ACCEPTED));
    given(substitutions.end(ID)).willReturn(one(State.ENDED));
    willThrow(new Conflict("substitution.answered")).given(substitutions).decline(ID);

    perform(post("/api/v1/substitutions/{id}/accept", ID))
        .andExpect(jsonPath("$.state").value("accepted"));
    perform(post("/api/v1/substitutions/{id}/decline", ID)).andExpect(status().isConflict());
    perform(post("/api/v1/substitutions/{id}/end", ID))
        .andExpect(jsonPath("$.state").value("ended"));
  }

  private static Substitution one(State state) {
    return new Substitution(
        ID, ADA, "Ada", BEN, "Ben", DAY, DAY, null, state, false, "Ada", true, true);
  }

  private ResultActions perform(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
    return http.perform(request.header("Authorization", TestCallers.bearer(tokens)));
  }
}
