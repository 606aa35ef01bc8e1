package io.plumbline.identity.api;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.plumbline.ApiTest;
import io.plumbline.TestCallers;
import io.plumbline.identity.Accounts;
import io.plumbline.identity.Channel;
import io.plumbline.inbox.Inbox;
import io.plumbline.inbox.TaskPage;
import io.plumbline.shared.CappedCount;
import io.plumbline.shared.NotAllowed;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.json.JsonMapper;

@ApiTest
class TokenControllerTest {
  private static final String NAME = "project.manager@acme";

  private final MockMvc http;
  private final Accounts accounts;
  private final Inbox inbox;
  private final JsonMapper json;

  TokenControllerTest(MockMvc http, Accounts accounts, Inbox inbox, JsonMapper json) {
    this.http = http;
    this.accounts = accounts;
    this.inbox = inbox;
    this.json = json;
  }

  @BeforeEach
  void account() {
    given(accounts.signIn(any(), any(), any(), any())).willReturn(Optional.empty());
    given(accounts.signIn(eq(NAME), eq("plumbline"), any(), eq(Channel.REST)))
        .willReturn(Optional.of(TestCallers.MANAGER));
    given(accounts.find(NAME, Channel.REST)).willReturn(Optional.of(TestCallers.MANAGER));
    given(accounts.issueRefreshToken(NAME)).willReturn("refresh-1");
    given(accounts.useRefreshToken(any())).willReturn(Optional.empty());
    given(accounts.useRefreshToken("refresh-0")).willReturn(Optional.of(NAME));
    given(inbox.pageAndCount(any())).willReturn(new TaskPage(List.of(), new CappedCount(0, false)));
  }

  @Test
  void shouldGiveTokenThatOpensApi() throws Exception {
    var answer =
        ask("{\"username\":\"project.manager@acme\",\"password\":\"plumbline\"}")
            .andExpect(status().isOk())
            .andExpect(header().string("Cache-Control", "no-store"))
            .andExpect(jsonPath("$.token_type").value("Bearer"))
            .andExpect(jsonPath("$.expires_in").value(900))
            .andExpect(jsonPath("$.refresh_token").value("refresh-1"))
            .andReturn()
            .getResponse()
            .getContentAsString();
    var token = json.readTree(answer).get("access_token").asString();

    http.perform(get("/api/v1/tasks").header("Authorization", "Bearer " + token))
        .andExpect(status().isOk());
  }

  @Test
  void shouldRenewWithRefreshToken() throws Exception {
    ask("{\"refresh_token\":\"refresh-0\"}")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.access_token").exists());
    ask("{\"refresh_token\":\"refresh-9\"}").andExpect(status().isUnauthorized());
  }

  @Test
  void shouldTakeFormAsOAuthClientsSendIt() throws Exception {
    http.perform(
            post("/api/v1/token")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .param("grant_type", "password")
                .param("username", NAME)
                .param("password", "plumbline"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.access_token").exists());
  }

  @Test
  void shouldNotSayWhichPartIsWrong() throws Exception {
    for (var body :
        List.of(
            "{\"username\":\"project.manager@acme\",\"password\":\"wrong\"}",
            "{\"username\":\"nobody\",\"password\":\"plumbline\"}",
            "{}")) {
      ask(body)
          .andExpect(status().isUnauthorized())
          .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
          .andExpect(jsonPath("$.detail").value("The sign-in name or the password is wrong."));
    }
  }

  @Test
  void shouldSlowGuessingDown() throws Exception {
    given(accounts.signIn(eq("guessed"), any(), any(), any()))
        .willThrow(new NotAllowed("signIn.tooManyAttempts", 42));

    ask("{\"username\":\"guessed\",\"password\":\"x\"}")
        .andExpect(status().isTooManyRequests())
        .andExpect(header().string("Retry-After", "42"));
  }

  private ResultActions ask(String body) throws Exception {
    return http.perform(
        post("/api/v1/token").contentType(MediaType.APPLICATION_JSON).content(body));
  }
}
