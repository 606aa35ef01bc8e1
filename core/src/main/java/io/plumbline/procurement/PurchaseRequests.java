package io.plumbline.procurement;

import io.plumbline.document.Attachments;
import io.plumbline.document.StoredFile;
import io.plumbline.identity.Person;
import io.plumbline.identity.UserId;
import io.plumbline.shared.CappedCount;
import io.plumbline.shared.PageRequest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do with purchase requests. */
@Component
@Transactional
public class PurchaseRequests {
  /** Topic of {@link io.plumbline.shared.TenantSignals} about comments and files. */
  public static final String SIGNAL = "request";

  /** Id of the process a request runs through. */
  public static final String PROCESS = "procurement-approval";

  private final RequestFiling filing;
  private final RequestComments comments;
  private final RequestReader reader;
  private final RequestList list;
  private final OrderFiles files;
  private final Attachments attachments;

  PurchaseRequests(
      RequestFiling filing,
      RequestComments comments,
      RequestReader reader,
      RequestList list,
      OrderFiles files,
      Attachments attachments) {
    this.filing = filing;
    this.comments = comments;
    this.reader = reader;
    this.list = list;
    this.files = files;
    this.attachments = attachments;
  }

  /**
   * Files a request; it has its number at once, the process starts when the engine is there.
   *
   * @throws io.plumbline.shared.InvalidInput with a problem per field
   * @throws io.plumbline.shared.NotAllowed for anyone who is not a requester
   */
  public SubmittedRequest submit(NewPurchaseRequest request) {
    return filing.file(request);
  }

  /**
   * The same, with the files that the caller added to a draft of it.
   *
   * @param draft id under which they were added
   */
  public SubmittedRequest submit(NewPurchaseRequest request, UUID draft) {
    var filed = filing.file(request);
    attachments.file(draft, filed.id().value());
    return filed;
  }

  /**
   * For a dialogue that would otherwise ask for details it cannot use.
   *
   * @throws io.plumbline.shared.NotAllowed when {@link #submit} would refuse this caller
   */
  @Transactional(readOnly = true)
  public void requireMayFile() {
    filing.requireMayFile();
  }

  /**
   * Takes a request back; what is committed is released by the process.
   *
   * @throws io.plumbline.shared.Conflict when it is already decided
   * @throws io.plumbline.shared.NotAllowed for anyone but the requester and organisation admins
   */
  public void withdraw(PurchaseRequestId id, String reason) {
    filing.withdraw(id, reason);
  }

  /**
   * A request with everything about it.
   *
   * @throws io.plumbline.shared.NotFound also when the caller is not involved
   */
  @Transactional(readOnly = true)
  public PurchaseRequestDetails find(String number) {
    return reader.find(number);
  }

  @Transactional(readOnly = true)
  public PurchaseRequestDetails find(PurchaseRequestId id) {
    return reader.find(id);
  }

  /** Newest first; of people who manage nothing only their own. */
  @Transactional(readOnly = true)
  public List<PurchaseRequestRow> list(PurchaseRequestFilter filter, PageRequest page) {
    return list.page(filter, page);
  }

  @Transactional(readOnly = true)
  public CappedCount count(PurchaseRequestFilter filter) {
    return list.count(filter);
  }

  /**
   * Says something about a request; plain text of at most 4,000 characters. Colleagues who may see
   * the request and are named as {@code @Name} are told.
   */
  public void comment(PurchaseRequestId id, String body) {
    comments.add(id, body, Set.of());
  }

  /**
   * The same.
   *
   * @param picked who is meant where several people have one name; others are ignored
   */
  public void comment(PurchaseRequestId id, String body, Set<UserId> picked) {
    comments.add(id, body, picked);
  }

  /**
   * Colleagues who may see the request and can be named in a comment on it, some tens at most.
   *
   * @param typed the beginning of a name, or nothing
   */
  @Transactional(readOnly = true)
  public List<Person> mentionable(PurchaseRequestId id, String typed) {
    return comments.mentionable(id, typed);
  }

  /**
   * The order's PDF.
   *
   * @param number of the order or of its request
   */
  @Transactional(readOnly = true)
  public StoredFile orderDocument(String number) {
    return files.find(number);
  }

  /** Whether the caller sees every request of the firm, not only their own. */
  public boolean seesAll() {
    return reader.seesAll();
  }
}
