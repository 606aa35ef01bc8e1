package io.plumbline.procurement.dialogue;

import io.plumbline.messaging.Analyst.Field;
import io.plumbline.messaging.Analyst.Found;
import io.plumbline.messaging.Analyst.UnderstoodRequest;
import io.plumbline.procurement.Category;
import io.plumbline.project.ProjectRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was understood so far.
 *
 * @param asked what the person was asked for last
 * @param said the person's own words, oldest first
 */
record RequestDraft(
    @Nullable Found<String> item,
    @Nullable Found<BigDecimal> quantity,
    @Nullable Found<String> unit,
    @Nullable Found<BigDecimal> amount,
    @Nullable Found<String> currency,
    @Nullable Found<ProjectRow> project,
    @Nullable Found<String> category,
    @Nullable Found<LocalDate> neededBy,
    Set<Field> asked,
    List<String> said) {
  /** Below this a value is asked about instead of being used. */
  static final double SURE = 0.75;

  static final String LOT = "lot";

  static final RequestDraft EMPTY =
      new RequestDraft(null, null, null, null, null, null, null, null, Set.of(), List.of());

  /** The draft with what a text adds to it; a sure value replaces an older one. */
  RequestDraft merge(UnderstoodRequest heard, String text) {
    var newAmount = better(amount, heard.amount(), Field.AMOUNT);
    var merged =
        new RequestDraft(
            better(item, heard.item(), Field.ITEM),
            better(quantity, heard.quantity(), Field.QUANTITY),
            better(unit, heard.unit(), Field.QUANTITY),
            newAmount,
            newAmount == amount ? currency : heard.currency(),
            better(project, heard.project(), Field.PROJECT),
            better(category, heard.category(), Field.CATEGORY),
            better(neededBy, heard.neededBy(), Field.NEEDED_BY),
            asked,
            Stream.concat(said.stream(), Stream.of(text)).toList());
    return merged.withWholeLot();
  }

  /** Works and services come as one lot unless a number was said. */
  private RequestDraft withWholeLot() {
    var lot =
        category != null
            && item != null
            && quantity == null
            && (category.value().equals(Category.SUBCONTRACT.key())
                || category.value().equals(Category.SERVICES.key()));
    return lot
        ? new RequestDraft(
            item,
            new Found<>(BigDecimal.ONE, SURE, ""),
            new Found<>(LOT, SURE, ""),
            amount,
            currency,
            project,
            category,
            neededBy,
            asked,
            said)
        : this;
  }

  private <T> @Nullable Found<T> better(
      @Nullable Found<T> known, @Nullable Found<T> heard, Field field) {
    if (heard == null) {
      return known;
    }
    return known == null || asked.contains(field) || heard.confidence() >= SURE ? heard : known;
  }

  /** The person said yes to everything they were asked about. */
  RequestDraft confirmed() {
    return new RequestDraft(
        sure(item, Field.ITEM),
        sure(quantity, Field.QUANTITY),
        unit,
        sure(amount, Field.AMOUNT),
        currency,
        sure(project, Field.PROJECT),
        sure(category, Field.CATEGORY),
        sure(neededBy, Field.NEEDED_BY),
        asked,
        said);
  }

  private <T> @Nullable Found<T> sure(@Nullable Found<T> found, Field field) {
    return found == null || !asked.contains(field)
        ? found
        : new Found<>(found.value(), 1, found.evidence());
  }

  /** Without these values: they were wrong. */
  RequestDraft without(Set<Field> wrong) {
    return new RequestDraft(
        wrong.contains(Field.ITEM) ? null : item,
        wrong.contains(Field.QUANTITY) ? null : quantity,
        wrong.contains(Field.QUANTITY) ? null : unit,
        wrong.contains(Field.AMOUNT) ? null : amount,
        wrong.contains(Field.AMOUNT) ? null : currency,
        wrong.contains(Field.PROJECT) ? null : project,
        wrong.contains(Field.CATEGORY) ? null : category,
        wrong.contains(Field.NEEDED_BY) ? null : neededBy,
        asked,
        said);
  }

  RequestDraft asking(Set<Field> fields) {
    return new RequestDraft(
        item, quantity, unit, amount, currency, project, category, neededBy, fields, said);
  }

  /** What must still be asked, in the order people think. */
  List<Field> open() {
    return Arrays.stream(Field.values()).filter(field -> !isSure(field)).toList();
  }

  boolean isSure(Field field) {
    var found = found(field);
    return found != null && found.confidence() >= SURE;
  }

  @Nullable Found<?> found(Field field) {
    return switch (field) {
      case ITEM -> item;
      case QUANTITY -> quantity;
      case AMOUNT -> amount;
      case PROJECT -> project;
      case CATEGORY -> category;
      case NEEDED_BY -> neededBy;
    };
  }

  /** What was asked about and still has a value: the doubtful ones. */
  Set<Field> doubted() {
    var doubted = new ArrayList<>(asked);
    doubted.removeIf(field -> found(field) == null || isSure(field));
    return doubted.stream().collect(Collectors.toUnmodifiableSet());
  }
}
