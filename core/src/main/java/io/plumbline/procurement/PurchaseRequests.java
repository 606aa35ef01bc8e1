package io.plumbline.procurement;

import io.plumbline.document.StoredFile;
import io.plumbline.shared.CappedCount;
import io.plumbline.shared.PageRequest;
import java.util.List;

/** What people do with purchase requests. */
public interface PurchaseRequests {
  /**
   * Files a request; it has its number at once, the process starts when the engine is there.
   *
   * @throws io.plumbline.shared.InvalidInput with a problem per field
   */
  SubmittedRequest submit(NewPurchaseRequest request);

  /**
   * Takes a request back; what is committed is released by the process.
   *
   * @throws io.plumbline.shared.Conflict when it is already decided
   * @throws io.plumbline.shared.NotAllowed for anyone but the requester and organisation admins
   */
  void withdraw(PurchaseRequestId id, String reason);

  /**
   * A request with everything about it.
   *
   * @throws io.plumbline.shared.NotFound also when the caller is not involved
   */
  PurchaseRequestDetails find(String number);

  PurchaseRequestDetails find(PurchaseRequestId id);

  List<PurchaseRequestRow> list(PurchaseRequestFilter filter, PageRequest page);

  CappedCount count(PurchaseRequestFilter filter);

  void comment(PurchaseRequestId id, String body);

  /** The order's PDF. */
  StoredFile orderDocument(String number);
}
