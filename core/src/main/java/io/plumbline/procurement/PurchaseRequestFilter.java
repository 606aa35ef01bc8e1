package io.plumbline.procurement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which purchase requests; null means any.
 *
 * @param mineOnly only those the caller requested
 * @param words searched in number, title and item
 * @param category key of a {@link Category}
 */
public record PurchaseRequestFilter(
    boolean mineOnly,
    @Nullable Status status,
    @Nullable UUID projectId,
    @Nullable String words,
    @Nullable String category) {
  public PurchaseRequestFilter(
      boolean mineOnly, @Nullable Status status, @Nullable UUID projectId, @Nullable String words) {
    this(mineOnly, status, projectId, words, null);
  }

  public static PurchaseRequestFilter mine() {
    return new PurchaseRequestFilter(true, null, null, null);
  }
}
