package io.plumbline.inbox;

import io.plumbline.identity.TenantId;

/** The engine had moved on before a person's decision arrived; the decision has no effect. */
public record TaskCompletionRefused(TenantId tenant, long taskKey, String reason) {}
