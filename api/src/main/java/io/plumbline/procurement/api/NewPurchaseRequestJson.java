package io.plumbline.procurement.api;

import io.plumbline.procurement.NewLine;
import io.plumbline.procurement.NewPurchaseRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A purchase request to file; anything may be missing, the answer says what. */
@Schema(name = "NewPurchaseRequest")
record NewPurchaseRequestJson(
    @Schema(description = "id or code of one of your projects", example = "TWR-B")
        @Nullable String projectId,
    @Schema(
            description = "materials, equipment, subcontract, services or office",
            example = "materials")
        @Nullable String category,
    @Nullable List<@Nullable LineJson> lines,
    @Schema(description = "ISO 4217", example = "SAR") @Nullable String currency,
    @Schema(example = "2026-12-10") @Nullable LocalDate neededBy,
    @Nullable String note,
    @Schema(description = "left out when procurement shall choose") @Nullable UUID vendorId) {

  NewPurchaseRequest toCore(@Nullable UUID project) {
    return new NewPurchaseRequest(
        project,
        category,
        lines == null
            ? List.of()
            : lines.stream().filter(Objects::nonNull).map(LineJson::toCore).toList(),
        currency,
        neededBy,
        note,
        vendorId);
  }

  /** One thing to buy. */
  @Schema(name = "NewLine")
  record LineJson(
      @Schema(example = "Cement, 50 kg") @Nullable String item,
      @Schema(example = "200") @Nullable BigDecimal quantity,
      @Schema(example = "bags") @Nullable String unit,
      @Schema(description = "estimated price of one unit in minor units", example = "2250")
          @Nullable Long unitPriceMinor) {
    NewLine toCore() {
      return new NewLine(item, quantity, unit, unitPriceMinor);
    }
  }
}
