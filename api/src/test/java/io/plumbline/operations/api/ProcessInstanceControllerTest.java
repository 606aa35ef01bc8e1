package io.plumbline.operations.api;

import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.plumbline.ApiTest;
import io.plumbline.TestCallers;
import io.plumbline.operations.Cancellation;
import io.plumbline.operations.InstanceDetails;
import io.plumbline.operations.InstanceDetails.IncidentRow;
import io.plumbline.operations.InstanceDetails.VariableRow;
import io.plumbline.operations.InstanceRow;
import io.plumbline.operations.Operations;
import io.plumbline.operations.ProcessDiagram;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.NotAllowed;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.test.web.servlet.MockMvc;

@ApiTest
class ProcessInstanceControllerTest {
  private static final Instant AT = Instant.parse("2026-11-20T08:00:00Z");

  private final MockMvc http;
  private final JwtEncoder tokens;
  private final Operations operations;

  ProcessInstanceControllerTest(MockMvc http, JwtEncoder tokens, Operations operations) {
    this.http = http;
    this.tokens = tokens;
    this.operations = operations;
  }

  @Test
  void shouldShowWhereInstanceStands() throws Exception {
    given(operations.find(7)).willReturn(instance(new Cancellation(true, null)));

    http.perform(
            get("/api/v1/process-instances/7").header("Authorization", TestCallers.bearer(tokens)))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.key").value("7"))
        .andExpect(jsonPath("$.state").value("active"))
        .andExpect(jsonPath("$.elements[0].elementId").value("SendOrder"))
        .andExpect(jsonPath("$.variables[0].value").value("450000"))
        .andExpect(jsonPath("$.incidents[0].retrying").value(true))
        .andExpect(jsonPath("$.cancellation").value((Object) null));
  }

  @Test
  void shouldCancelWithAReason() throws Exception {
    var asked = new Cancellation.Asked("Omar Operator", AT, "vendor is insolvent");
    given(operations.find(7)).willReturn(instance(new Cancellation(false, asked)));

    http.perform(
            post("/api/v1/process-instances/7/cancel")
                .header("Authorization", TestCallers.bearer(tokens))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"reason\": \"vendor is insolvent\"}"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.cancellation.by").value("Omar Operator"))
        .andExpect(jsonPath("$.cancellation.reason").value("vendor is insolvent"));

    then(operations).should().cancel(7, "vendor is insolvent");
  }

  @Test
  void shouldSayWhyItCannotBeCancelled() throws Exception {
    willThrow(new Conflict("operations.cancel.ended")).given(operations).cancel(9, "too late");

    http.perform(
            post("/api/v1/process-instances/9/cancel")
                .header("Authorization", TestCallers.bearer(tokens))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"reason\": \"too late\"}"))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("operations.cancel.ended"));
  }

  @Test
  void shouldRefuseOthers() throws Exception {
    given(operations.find(8)).willThrow(new NotAllowed("operations.notAllowed"));

    http.perform(
            get("/api/v1/process-instances/8").header("Authorization", TestCallers.bearer(tokens)))
        .andExpect(status().isForbidden());
  }

  private static InstanceDetails instance(Cancellation cancellation) {
    return new InstanceDetails(
        new InstanceRow(7, "procurement-approval", 1, "PR-000001", "Cement", "ACTIVE", AT, null, 1),
        new ProcessDiagram(
            "<definitions/>",
            List.of(new ProcessDiagram.Element("SendOrder", "ACTIVE", 1, AT, null, true, null))),
        List.of(new VariableRow("procurement-approval", "amountMinor", "450000")),
        List.of(
            new IncidentRow(
                9,
                7,
                "PR-000001",
                "SendOrder",
                "JOB_NO_RETRIES",
                "connection refused",
                "OPEN",
                AT,
                8L,
                true)),
        List.of(),
        cancellation);
  }
}
