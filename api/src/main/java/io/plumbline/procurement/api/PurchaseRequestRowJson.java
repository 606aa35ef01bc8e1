package io.plumbline.procurement.api;

import io.plumbline.procurement.PurchaseRequestRow;
import io.plumbline.shared.api.Choice;
import io.plumbline.shared.api.MoneyJson;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A purchase request in lists. */
@Schema(name = "PurchaseRequestRow")
record PurchaseRequestRowJson(
    UUID id,
    @Schema(example = "PR-000123") String number,
    String title,
    String project,
    String requester,
    String category,
    MoneyJson amount,
    LocalDate neededBy,
    @Schema(description = "submitted, sent-back, approved, rejected, withdrawn or ordered")
        String status,
    Instant submittedAt) {

  static PurchaseRequestRowJson of(PurchaseRequestRow row) {
    return new PurchaseRequestRowJson(
        row.id().value(),
        row.number(),
        row.title(),
        row.projectName(),
        row.requesterName(),
        row.category(),
        MoneyJson.of(row.amountMinor(), row.currency()),
        row.neededBy(),
        Choice.word(row.status()),
        row.submittedAt());
  }
}
