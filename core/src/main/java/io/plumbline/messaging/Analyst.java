package io.plumbline.messaging;

import io.plumbline.project.ProjectRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Understands what people write. Implemented outside core; every answer carries evidence and a
 * confidence.
 */
public interface Analyst {
  UnderstoodRequest understand(String text, Context context);

  /** What a purchase request consists of. */
  enum Field {
    ITEM,
    QUANTITY,
    AMOUNT,
    PROJECT,
    CATEGORY,
    NEEDED_BY
  }

  /**
   * What the text can refer to.
   *
   * @param projects those the sender works on
   * @param today in the tenant's zone
   * @param currency meant when none is named, ISO 4217
   * @param expected what the sender was asked for just before: a bare "4500" answers it
   */
  record Context(
      List<ProjectRow> projects,
      LocalDate today,
      String currency,
      Locale locale,
      Set<Field> expected) {}

  /**
   * A value found in the text.
   *
   * @param confidence 0 to 1
   * @param evidence the words it was read from
   */
  record Found<T>(T value, double confidence, String evidence) {}

  /** What was found; null where nothing was. Amount is the total in major units. */
  record UnderstoodRequest(
      @Nullable Found<String> item,
      @Nullable Found<BigDecimal> quantity,
      @Nullable Found<String> unit,
      @Nullable Found<BigDecimal> amount,
      @Nullable Found<String> currency,
      @Nullable Found<ProjectRow> project,
      @Nullable Found<String> category,
      @Nullable Found<LocalDate> neededBy) {}
}
