package io.plumbline.operations.api;

import io.plumbline.operations.Cancellation;
import io.plumbline.operations.InstanceDetails;
import io.plumbline.operations.InstanceDetails.IncidentRow;
import io.plumbline.operations.InstanceDetails.JobRow;
import io.plumbline.operations.ProcessDiagram;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A process instance and where it stands. */
@Schema(name = "ProcessInstance")
record ProcessInstanceJson(
    @Schema(example = "2251799813685301") String key,
    String processId,
    int version,
    @Schema(example = "PR-000123") @Nullable String number,
    @Nullable String title,
    @Schema(description = "active, completed or terminated") String state,
    Instant startedAt,
    @Nullable Instant endedAt,
    List<ElementJson> elements,
    List<VariableJson> variables,
    List<IncidentJson> incidents,
    List<JobJson> failingJobs,
    @Schema(description = "null when nobody asked for its cancellation")
        @Nullable CancellationJson cancellation) {

  static ProcessInstanceJson of(InstanceDetails details) {
    var row = details.row();
    return new ProcessInstanceJson(
        Long.toString(row.key()),
        row.processId(),
        row.version(),
        row.businessKey(),
        row.title(),
        row.state().toLowerCase(Locale.ROOT),
        row.startedAt(),
        row.endedAt(),
        details.diagram().elements().stream().map(ElementJson::of).toList(),
        details.variables().stream()
            .map(v -> new VariableJson(v.scopeElementId(), v.name(), v.value()))
            .toList(),
        details.incidents().stream().map(IncidentJson::of).toList(),
        details.failingJobs().stream().map(JobJson::of).toList(),
        CancellationJson.of(details.cancellation().asked()));
  }

  @Schema(name = "Cancellation")
  record CancellationJson(@Nullable String by, Instant at, String reason) {
    static @Nullable CancellationJson of(Cancellation.@Nullable Asked asked) {
      return asked == null ? null : new CancellationJson(asked.by(), asked.at(), asked.reason());
    }
  }

  /** An element of the model that was reached. */
  @Schema(name = "Element")
  record ElementJson(
      String elementId,
      @Schema(description = "of the latest visit") String state,
      int visits,
      Instant since,
      @Nullable Instant until,
      boolean incident,
      @Schema(description = "its next timer") @Nullable Instant waitingUntil) {
    static ElementJson of(ProcessDiagram.Element element) {
      return new ElementJson(
          element.elementId(),
          element.state().toLowerCase(Locale.ROOT),
          element.visits(),
          element.since(),
          element.until(),
          element.incident(),
          element.waitingUntil());
    }
  }

  @Schema(name = "Variable")
  record VariableJson(
      String scope, String name, @Schema(description = "JSON as text") String value) {}

  @Schema(name = "Incident")
  record IncidentJson(
      String key,
      String elementId,
      String errorType,
      String message,
      String state,
      Instant at,
      boolean retrying) {
    static IncidentJson of(IncidentRow incident) {
      return new IncidentJson(
          Long.toString(incident.key()),
          incident.elementId(),
          incident.errorType(),
          incident.message(),
          incident.state().toLowerCase(Locale.ROOT),
          incident.at(),
          incident.retrying());
    }
  }

  @Schema(name = "FailingJob")
  record JobJson(
      String key,
      String elementId,
      String type,
      @Schema(description = "tries left") int retries,
      @Nullable String error,
      Instant failedAt,
      @Nullable Instant retryAt) {
    static JobJson of(JobRow job) {
      return new JobJson(
          Long.toString(job.key()),
          job.elementId(),
          job.type(),
          job.retries(),
          job.error(),
          job.failedAt(),
          job.retryAt());
    }
  }
}
