package io.plumbline.operations;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A process instance opened. */
public record InstanceDetails(
    InstanceRow row,
    ProcessDiagram diagram,
    List<VariableRow> variables,
    List<IncidentRow> incidents,
    List<JobRow> failingJobs,
    Cancellation cancellation) {
  public record VariableRow(String scopeElementId, String name, String value) {}

  /**
   * An incident; state is OPEN or RESOLVED, {@code retrying} when a retry was asked for and is not
   * confirmed yet.
   */
  public record IncidentRow(
      long key,
      long processInstanceKey,
      @Nullable String businessKey,
      String elementId,
      String errorType,
      String message,
      String state,
      Instant at,
      @Nullable Long jobKey,
      boolean retrying) {}

  /** A job that failed and will be tried again, or waits with an incident. */
  public record JobRow(
      long key,
      long processInstanceKey,
      @Nullable String businessKey,
      String elementId,
      String type,
      int retries,
      @Nullable String error,
      Instant failedAt,
      @Nullable Instant retryAt) {}
}
