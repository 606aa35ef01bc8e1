package io.plumbline.operations;

import io.plumbline.identity.TenantId;
import org.jspecify.annotations.Nullable;

/** An operator wants the engine to try again; with a job its retries are raised first. */
public record IncidentRetryRequested(TenantId tenant, long incidentKey, @Nullable Long jobKey) {}
