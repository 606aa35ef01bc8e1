package io.plumbline.procurement;

import io.plumbline.shared.NotFound;
import org.springframework.stereotype.Component;

/** Turns an approved request into an order, once per request. */
@Component
class OrderSteps {
  private final Orders orders;
  private final OrderSheets sheets;
  private final OrderClearance clearance;
  private final OrderNews news;
  private final Vendors vendors;
  private final Stamps stamps;

  OrderSteps(
      Orders orders,
      OrderSheets sheets,
      OrderClearance clearance,
      OrderNews news,
      Vendors vendors,
      Stamps stamps) {
    this.orders = orders;
    this.sheets = sheets;
    this.clearance = clearance;
    this.news = news;
    this.vendors = vendors;
    this.stamps = stamps;
  }

  OrderId issue(PurchaseRequest request, int revision, VendorId vendor) {
    return orders
        .ofRequest(request.id())
        .map(Orders.Order::id)
        .orElseGet(() -> issueFirst(request, revision, vendor));
  }

  private OrderId issueFirst(PurchaseRequest request, int revision, VendorId vendorId) {
    var vendor = vendors.find(vendorId).orElseThrow(() -> new NotFound("vendor", vendorId));
    var at = stamps.now();
    request.requireRevision(revision);
    request.order(vendorId, at);
    clearance.spend(request);
    var number = stamps.nextNumber("PO");
    var order =
        new Orders.Order(
            new OrderId(stamps.nextId()),
            number,
            request.id(),
            vendorId,
            sheets.save(request, vendor, number, at),
            at,
            null);
    orders.add(order, request);
    news.issued(request, order, vendor);
    return order.id();
  }
}
