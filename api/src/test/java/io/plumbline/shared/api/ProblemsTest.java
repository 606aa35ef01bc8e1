package io.plumbline.shared.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.plumbline.ApiTest;
import io.plumbline.TestCallers;
import io.plumbline.inbox.Inbox;
import io.plumbline.procurement.PurchaseRequests;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.NotFound;
import io.plumbline.shared.Problem;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

@ApiTest
class ProblemsTest {
  private static final String REQUESTS = "/api/v1/purchase-requests";

  private final MockMvc http;
  private final JwtEncoder tokens;
  private final Inbox inbox;
  private final PurchaseRequests requests;

  ProblemsTest(MockMvc http, JwtEncoder tokens, Inbox inbox, PurchaseRequests requests) {
    this.http = http;
    this.tokens = tokens;
    this.inbox = inbox;
    this.requests = requests;
  }

  @Test
  void shouldAskForToken() throws Exception {
    http.perform(get("/api/v1/tasks"))
        .andExpect(status().isUnauthorized())
        .andExpect(header().string("WWW-Authenticate", "Bearer"))
        .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(jsonPath("$.code").value("token.missing"))
        .andExpect(header().doesNotExist("Set-Cookie"));
  }

  @Test
  void shouldRefuseForeignExpiredAndIncompleteTokens() throws Exception {
    var expired =
        TestCallers.claims()
            .issuedAt(Instant.now().minusSeconds(7200))
            .expiresAt(Instant.now().minusSeconds(3600));
    for (var token :
        List.of(
            "nonsense",
            TestCallers.sign(tokens, expired.build()),
            TestCallers.sign(tokens, TestCallers.claims().issuer("someone").build()),
            TestCallers.sign(tokens, TestCallers.claims().claim("tenant", "acme").build()),
            unsigned())) {
      http.perform(get("/api/v1/tasks").header("Authorization", "Bearer " + token))
          .andExpect(status().isUnauthorized())
          .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
    }
  }

  @Test
  void shouldRefuseNulInQueriesAndWhereTheDatabaseFindsIt() throws Exception {
    perform(get(URI.create("/api/v1/tasks?q=%00")))
        .andExpect(status().isBadRequest())
        .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(jsonPath("$.code").value("text.nul"));

    given(requests.submit(any()))
        .willThrow(
            new DataIntegrityViolationException(
                "refused", new SQLException("invalid byte sequence", "22021")));
    perform(post(REQUESTS).contentType(MediaType.APPLICATION_JSON).content("{}"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.code").value("text.nul"));
  }

  @Test
  void shouldNameEveryBrokenField() throws Exception {
    given(requests.submit(any()))
        .willThrow(
            new InvalidInput(
                List.of(
                    Problem.of("lines[0].quantity", "api.choice", "x", "y"),
                    Problem.of("currency", "api.project.unknown", "X"))));

    perform(post(REQUESTS).contentType(MediaType.APPLICATION_JSON).content("{}"))
        .andExpect(status().isBadRequest())
        .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(jsonPath("$.status").value(400))
        .andExpect(jsonPath("$.errors.length()").value(2))
        .andExpect(jsonPath("$.errors[0].field").value("lines[0].quantity"))
        .andExpect(jsonPath("$.errors[0].code").value("api.choice"))
        .andExpect(jsonPath("$.errors[0].message").value("\"x\" is not one of: y."));
  }

  @Test
  void shouldTellEveryKindOfRefusal() throws Exception {
    willThrow(new NotFound("task", "7")).given(inbox).claim(1);
    willThrow(new NotAllowed("task.notYours")).given(inbox).claim(2);
    willThrow(new Conflict("task.claimedBy", "Manager")).given(inbox).claim(3);
    willThrow(new OptimisticLockingFailureException("row 17")).given(inbox).claim(4);
    willThrow(new OtherRequestWithSameKey()).given(inbox).claim(6);

    claim(1).andExpect(status().isNotFound()).andExpect(jsonPath("$.code").value("notFound"));
    claim(2).andExpect(status().isForbidden()).andExpect(jsonPath("$.code").value("task.notYours"));
    claim(3)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.type").value("urn:plumbline:problem:task.claimedBy"))
        .andExpect(jsonPath("$.detail").value("Manager has claimed this task."));
    claim(6)
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.code").value("idempotency.otherRequest"));
    claim(4).andExpect(status().isConflict()).andExpect(jsonPath("$.code").value("changed"));
  }

  @Test
  void shouldKeepUnforeseenFailuresToItself() throws Exception {
    given(inbox.find(anyLong())).willThrow(new IllegalStateException("secret of the house"));

    perform(get("/api/v1/tasks/5"))
        .andExpect(status().isInternalServerError())
        .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(content().string(not(containsString("secret"))))
        .andExpect(content().string(not(containsString("Exception"))));
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void shouldLogWhatWasCalledButNotWithWhat(CapturedOutput log) throws Exception {
    given(inbox.find(anyLong())).willThrow(new IllegalStateException("broken"));

    perform(get("/api/v1/tasks/1234509876")).andExpect(status().isInternalServerError());

    assertThat(log).contains("Unforeseen failure of /api/v1/tasks/{").doesNotContain("1234509876");
  }

  @Test
  void shouldRefuseBrokenJson() throws Exception {
    file("{\"lines\": [")
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.code").value("json.unreadable"));
    file("{\"lines\": [{\"quantity\": \"many\"}]}")
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].field").value("lines[0].quantity"))
        .andExpect(content().string(not(containsString("many"))));
    file("{\"neededBy\": \"tomorrow\"}")
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].field").value("neededBy"));
    file("").andExpect(status().isBadRequest());
  }

  @Test
  void shouldRefuseOtherTypesMethodsAndPaths() throws Exception {
    perform(post(REQUESTS).contentType(MediaType.APPLICATION_XML).content("<a/>"))
        .andExpect(status().isUnsupportedMediaType())
        .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
    perform(delete(REQUESTS))
        .andExpect(status().isMethodNotAllowed())
        .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
    perform(get("/api/v1/nothing"))
        .andExpect(status().isNotFound())
        .andExpect(jsonPath("$.code").value("path.unknown"))
        .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
    perform(get("/api/v1/tasks/abc"))
        .andExpect(status().isBadRequest())
        .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
    perform(get("/api/v1/tasks?limit=1000"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.code").value("page.outOfRange"));
    perform(get("/api/v1/tasks?sort=colour"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].field").value("sort"));
  }

  @Test
  void shouldRefuseLargeBodies() throws Exception {
    file("{\"note\":\"" + "x".repeat(1_100_000) + "\"}")
        .andExpect(status().isContentTooLarge())
        .andExpect(jsonPath("$.code").value("body.tooLarge"));
  }

  private ResultActions claim(long key) throws Exception {
    return perform(post("/api/v1/tasks/{key}/claim", key));
  }

  private ResultActions file(String body) throws Exception {
    return perform(post(REQUESTS).contentType(MediaType.APPLICATION_JSON).content(body));
  }

  private ResultActions perform(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
    return http.perform(request.header("Authorization", TestCallers.bearer(tokens)));
  }

  private static String unsigned() {
    var encoder = java.util.Base64.getUrlEncoder().withoutPadding();
    return encoder.encodeToString(
            "{\"alg\":\"none\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
        + "."
        + encoder.encodeToString(
            "{\"iss\":\"plumbline\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
        + ".";
  }
}
