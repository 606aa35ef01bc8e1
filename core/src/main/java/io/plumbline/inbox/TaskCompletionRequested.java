package io.plumbline.inbox;

import io.plumbline.identity.TenantId;
import java.util.Map;

/** A person completed a task; the engine has to be told. */
public record TaskCompletionRequested(
    TenantId tenant, long taskKey, Map<String, Object> variables) {}
