package io.plumbline.procurement;

import org.springframework.stereotype.Component;

/** Who learns of an order. */
@Component
class OrderNews {
  private final Timeline timeline;
  private final RequestNotices notices;

  OrderNews(Timeline timeline, RequestNotices notices) {
    this.timeline = timeline;
    this.notices = notices;
  }

  void issued(PurchaseRequest request, Orders.Order order, Vendor vendor) {
    timeline.add(request.id(), "ordered", TimelineKind.ORDERED, order.number());
    notices.tellRequester(request, "ordered", "ordered", order.number(), vendor.name());
  }

  void sent(Orders.Order order, Vendor vendor) {
    timeline.add(order.request(), "orderSent", TimelineKind.ORDER_SENT, vendor.email());
  }
}
