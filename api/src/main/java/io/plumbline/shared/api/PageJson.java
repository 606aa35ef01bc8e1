package io.plumbline.shared.api;

import io.plumbline.shared.CappedCount;
import io.plumbline.shared.PageRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;

/** One page of a list. */
@Schema(name = "Page")
public record PageJson<T>(List<T> items, int offset, int limit, TotalJson total) {

  public static <R, T> PageJson<T> of(
      List<R> rows, Function<R, T> json, PageRequest page, CappedCount count) {
    return new PageJson<>(
        rows.stream().map(json).toList(),
        page.offset(),
        page.limit(),
        new TotalJson(count.value(), count.more()));
  }

  /** How many there are in all; counting stops at 1,000. */
  @Schema(name = "Total")
  public record TotalJson(
      @Schema(description = "exact up to 1000") int value,
      @Schema(description = "there are more than value") boolean more) {}
}
