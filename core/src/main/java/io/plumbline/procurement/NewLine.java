package io.plumbline.procurement;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line as typed.
 *
 * @param quantity in {@code unit}, more than 0, at most three decimals
 * @param unitPriceMinor estimated price of one unit in minor units of the request's currency
 */
public record NewLine(
    @Nullable String item,
    @Nullable BigDecimal quantity,
    @Nullable String unit,
    @Nullable Long unitPriceMinor) {}
