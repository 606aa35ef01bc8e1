package io.plumbline.procurement;

import io.plumbline.identity.TenantId;

/** The requester took the request back; the process shall stop and release. */
public record PurchaseRequestWithdrawn(TenantId tenant, PurchaseRequestId id) {}
