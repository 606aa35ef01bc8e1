package io.plumbline.procurement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which purchase requests; null means any.
 *
 * @param mineOnly only those the caller requested
 * @param words searched in number, title and item
 */
public record PurchaseRequestFilter(
    boolean mineOnly, @Nullable Status status, @Nullable UUID projectId, @Nullable String words) {
  public static PurchaseRequestFilter mine() {
    return new PurchaseRequestFilter(true, null, null, null);
  }
}
