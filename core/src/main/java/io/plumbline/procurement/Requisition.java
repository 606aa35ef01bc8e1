package io.plumbline.procurement;

import io.plumbline.project.ProjectId;
import io.plumbline.shared.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A purchase request that kept every rule: what is wanted, for what, by when. */
record Requisition(
    ProjectId project,
    Category category,
    List<RequestLine> lines,
    Currency currency,
    LocalDate neededBy,
    String note,
    @Nullable VendorId vendor) {

  long amountMinor() {
    return lines.stream().mapToLong(RequestLine::totalMinor).sum();
  }

  Money amount() {
    return new Money(amountMinor(), currency);
  }

  /** "200 bags of cement", "200 bags of cement + 2 more". */
  String title() {
    var first = lines.getFirst().text();
    return lines.size() == 1 ? first : first + " + " + (lines.size() - 1) + " more";
  }

  /** The words by which the request is found, besides its number. */
  String searchText() {
    return String.join(" ", lines.stream().map(RequestLine::item).toList());
  }
}
