package io.plumbline.procurement;

import io.plumbline.identity.TenantId;
import io.plumbline.identity.UserId;
import io.plumbline.project.ProjectId;
import org.jspecify.annotations.Nullable;

/** A request was filed and wants its process. */
public record PurchaseRequestSubmitted(
    TenantId tenant,
    PurchaseRequestId id,
    String number,
    String title,
    UserId requester,
    int revision,
    long amountMinor,
    String currency,
    String category,
    ProjectId project,
    @Nullable VendorId vendor) {}
