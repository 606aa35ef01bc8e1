package io.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plumbline.inbox.TaskDecision;
import io.plumbline.operations.InstanceDetails.IncidentRow;
import io.plumbline.operations.Operations;
import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.PageRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The mail server is away: retries, an incident operators see, and a retry that ends it. */
class IncidentIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final PlumblineSystem system = PlumblineSystem.shared();
  private final Actor requester = system.as("requester@acme");
  private final Actor operator = system.as("operator@acme");

  @AfterEach
  void bringMailBack() {
    system.startMailbox();
  }

  @Test
  void shouldSendTheOrderOnceMailIsBackAndAnOperatorRetries() {
    system.stopMailbox();
    var number = requester.submit(130_000, true).number();
    system.as("project.manager@acme").decide(number, TaskDecision.of("approve"));

    var incident = awaitIncident(number);
    assertThat(incident.elementId()).isEqualTo("SendOrder");
    assertThat(incident.message()).contains("ProviderAway");
    assertThat(requester.request(number).order()).isNotNull();

    system.startMailbox();
    operator.run(() -> operations().retry(incident.key()));

    await().atMost(PATIENCE).until(() -> incidentOf(number).isEmpty());
    await().atMost(PATIENCE).until(() -> isSent(number));
  }

  @Test
  void shouldShowIncidentsToOperatorsOnly() {
    assertThatThrownBy(() -> requester.call(this::openIncidents)).isInstanceOf(NotAllowed.class);
  }

  private IncidentRow awaitIncident(String number) {
    return await()
        .atMost(PATIENCE)
        .until(() -> incidentOf(number), Optional::isPresent)
        .orElseThrow();
  }

  private Optional<IncidentRow> incidentOf(String number) {
    return operator.call(this::openIncidents).stream()
        .filter(incident -> number.equals(incident.businessKey()))
        .findFirst();
  }

  private List<IncidentRow> openIncidents() {
    return operations().openIncidents(new PageRequest(0, 50));
  }

  private boolean isSent(String number) {
    var order = requester.request(number).order();
    return order != null && order.sentAt() != null;
  }

  private Operations operations() {
    return system.bean(Operations.class);
  }
}
