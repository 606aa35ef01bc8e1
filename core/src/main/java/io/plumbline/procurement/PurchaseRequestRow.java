package io.plumbline.procurement;

import java.time.Instant;
import java.time.LocalDate;

/** A purchase request in lists. */
public record PurchaseRequestRow(
    PurchaseRequestId id,
    String number,
    String title,
    String projectName,
    String requesterName,
    String category,
    long amountMinor,
    String currency,
    LocalDate neededBy,
    Status status,
    Instant submittedAt) {}
