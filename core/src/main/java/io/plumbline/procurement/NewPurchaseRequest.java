package io.plumbline.procurement;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A purchase request as typed: anything may be missing or wrong, {@link PurchaseRequests#submit}
 * says what.
 *
 * @param projectId one of {@code Projects.mine()}
 * @param category key of a {@link Category}
 * @param currency ISO 4217
 * @param neededBy in the tenant's zone, today or later
 * @param vendorId known vendor, or null when procurement shall choose
 */
public record NewPurchaseRequest(
    @Nullable UUID projectId,
    @Nullable String category,
    List<NewLine> lines,
    @Nullable String currency,
    @Nullable LocalDate neededBy,
    @Nullable String note,
    @Nullable UUID vendorId) {
  public NewPurchaseRequest {
    lines = lines == null ? List.of() : lines; // absent in JSON
  }
}
