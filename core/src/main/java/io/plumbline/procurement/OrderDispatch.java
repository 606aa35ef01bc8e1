package io.plumbline.procurement;

import io.plumbline.document.FileStore;
import io.plumbline.document.StoredFile;
import io.plumbline.identity.People;
import io.plumbline.messaging.Mailer;
import io.plumbline.shared.NotFound;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mails orders to vendors. The mail server is spoken to outside any transaction; a crash between
 * mail and mark repeats the mail under the same message id.
 */
@Component
class OrderDispatch {
  private static final String BUNDLE = "io.plumbline.procurement.order-mail";

  private final Orders orders;
  private final Parcels parcels;
  private final Mailer mailer;
  private final OrderNews news;
  private final TransactionTemplate transaction;

  OrderDispatch(
      Orders orders,
      Parcels parcels,
      Mailer mailer,
      OrderNews news,
      PlatformTransactionManager transactions) {
    this.orders = orders;
    this.parcels = parcels;
    this.mailer = mailer;
    this.news = news;
    this.transaction = new TransactionTemplate(transactions);
  }

  void send(OrderId id) {
    var parcel = transaction.execute(status -> parcels.pack(id));
    if (parcel.order().sentAt() != null) {
      return;
    }
    mailer.send(
        "order-" + id + "@plumbline",
        parcel.vendor().email(),
        parcel.text("subject"),
        parcel.text("body"),
        List.of(parcel.document()));
    transaction.executeWithoutResult(
        status -> {
          if (orders.markSent(id)) {
            news.sent(parcel.order(), parcel.vendor());
          }
        });
  }

  /** What goes to the vendor. */
  record Parcel(Orders.Order order, Vendor vendor, StoredFile document, String buyer) {
    String text(String key) {
      var pattern = ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH).getString(key);
      return new MessageFormat(pattern, Locale.ENGLISH)
          .format(new Object[] {order.number(), buyer, vendor.name()});
    }
  }

  /** Gathers it. */
  @Component
  static class Parcels {
    private final Orders orders;
    private final Vendors vendors;
    private final FileStore files;
    private final People people;

    Parcels(Orders orders, Vendors vendors, FileStore files, People people) {
      this.orders = orders;
      this.vendors = vendors;
      this.files = files;
      this.people = people;
    }

    Parcel pack(OrderId id) {
      var order = orders.find(id).orElseThrow(() -> new NotFound("order", id));
      return new Parcel(
          order,
          vendors.find(order.vendor()).orElseThrow(),
          files.find(order.document()).orElseThrow(),
          people.tenant().name());
    }
  }
}
