package io.plumbline.procurement;

import io.plumbline.project.ProjectId;
import io.plumbline.shared.Money;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.ListIndexBase;
import org.jspecify.annotations.Nullable;

/** What a purchase request asks for, as its revision stands; only the request changes it. */
@Embeddable
class Wanted {
  private UUID projectId;
  private String category;
  private String title;
  private String searchText;
  private String note;
  private String currency;
  private long amountMinor;
  private LocalDate neededBy;
  private @Nullable UUID vendorId;

  @ElementCollection(fetch = FetchType.LAZY)
  @CollectionTable(
      schema = "app",
      name = "purchase_request_line",
      joinColumns = @JoinColumn(name = "request_id"))
  @OrderColumn(name = "position")
  @ListIndexBase(1)
  private List<RequestLine> lines = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  protected Wanted() {}

  static Wanted of(Requisition requisition) {
    var wanted = new Wanted();
    wanted.become(requisition);
    return wanted;
  }

  void become(Requisition requisition) {
    projectId = requisition.project().value();
    category = requisition.category().key();
    title = requisition.title();
    searchText = requisition.searchText();
    note = requisition.note();
    currency = requisition.currency().getCurrencyCode();
    amountMinor = requisition.amountMinor();
    neededBy = requisition.neededBy();
    from(requisition.vendor());
    lines.clear();
    lines.addAll(requisition.lines());
  }

  void from(@Nullable VendorId vendor) {
    vendorId = vendor == null ? null : vendor.value();
  }

  ProjectId project() {
    return new ProjectId(projectId);
  }

  String category() {
    return category;
  }

  String title() {
    return title;
  }

  String note() {
    return note;
  }

  String currency() {
    return currency;
  }

  long amountMinor() {
    return amountMinor;
  }

  Money amount() {
    return Money.of(amountMinor, currency);
  }

  LocalDate neededBy() {
    return neededBy;
  }

  @Nullable VendorId vendor() {
    return vendorId == null ? null : new VendorId(vendorId);
  }

  List<RequestLine> lines() {
    return List.copyOf(lines);
  }
}
