package io.plumbline.procurement.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.plumbline.procurement.PurchaseRequestDetails.Order;
import io.plumbline.procurement.PurchaseRequests;
import io.plumbline.shared.ui.Moments;
import io.plumbline.shared.ui.Section;
import java.io.ByteArrayInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The order of a request, once there is one. Its link stays the same while the page follows what
 * happens: a link that is drawn anew would break the download that just began.
 */
class OrderLine extends Composite<Div> {
  private final PurchaseRequests requests;
  private final Moments moments;
  private final Span sent = new Span();
  private @Nullable String number;

  OrderLine(PurchaseRequests requests, Moments moments) {
    this.requests = requests;
    this.moments = moments;
    sent.addClassName("muted");
    setVisible(false);
  }

  void show(@Nullable Order order) {
    setVisible(order != null);
    if (order == null) {
      return;
    }
    if (!order.number().equals(number)) {
      number = order.number();
      getContent().removeAll();
      getContent().add(section(order.number()));
    }
    sent.setText(
        order.sentAt() == null
            ? getTranslation("order.notSent")
            : getTranslation("order.sent", moments.past(order.sentAt())));
  }

  private Section section(String orderNumber) {
    var link = new Anchor(file(orderNumber), getTranslation("order.pdf", orderNumber));
    link.addComponentAsFirst(VaadinIcon.FILE_TEXT_O.create());
    link.addClassName("file-link");
    var line = new Div(link, sent);
    line.addClassName("order-line");
    return new Section(getTranslation("request.order"), line);
  }

  private DownloadHandler file(String orderNumber) {
    return DownloadHandler.fromInputStream(
        download -> {
          var document = requests.orderDocument(orderNumber);
          return new DownloadResponse(
              new ByteArrayInputStream(document.content()),
              document.name(),
              document.contentType(),
              document.content().length);
        });
  }
}
