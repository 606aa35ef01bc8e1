package io.plumbline.procurement;

import io.plumbline.document.FileStore;
import io.plumbline.document.StoredFile;
import io.plumbline.shared.NotFound;
import org.springframework.stereotype.Component;

/** The documents of orders, for those who may see the request. */
@Component
class OrderFiles {
  private final PurchaseRequestRepository requests;
  private final Orders orders;
  private final RequestAccess access;
  private final FileStore files;

  OrderFiles(
      PurchaseRequestRepository requests, Orders orders, RequestAccess access, FileStore files) {
    this.requests = requests;
    this.orders = orders;
    this.access = access;
    this.files = files;
  }

  StoredFile find(String number) {
    return orders
        .find(number)
        .filter(this::visible)
        .flatMap(order -> files.find(order.document()))
        .orElseThrow(() -> new NotFound("order", number));
  }

  private boolean visible(Orders.Order order) {
    return requests.findById(order.request().value()).filter(access::sees).isPresent();
  }
}
