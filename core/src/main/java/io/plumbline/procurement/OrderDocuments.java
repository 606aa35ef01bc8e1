package io.plumbline.procurement;

import java.time.LocalDate;
import java.util.List;

/** Draws an order as PDF. Implemented outside core. */
public interface OrderDocuments {
  byte[] render(OrderSheet sheet);

  /** What stands on the order. */
  record OrderSheet(
      String number,
      LocalDate issuedOn,
      String buyerName,
      String projectName,
      Vendor vendor,
      String requestNumber,
      LocalDate neededBy,
      String currency,
      List<PurchaseRequestDetails.Line> lines,
      long totalMinor) {}
}
