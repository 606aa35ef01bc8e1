package io.plumbline.inbox;

import io.plumbline.identity.TenantId;
import java.util.Map;

/** A person completed a task; the engine has to be told. */
public record TaskCompletionRequested(
    TenantId tenant, TaskRef task, Map<String, Object> variables) {}
