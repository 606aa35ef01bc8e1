package io.plumbline.procurement;

import io.plumbline.identity.Caller;
import io.plumbline.identity.Channel;
import io.plumbline.identity.TenantId;
import io.plumbline.identity.UserId;
import io.plumbline.shared.Conflict;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/** A purchase request: what is wanted and where it stands. */
@Entity
@Table(schema = "app", name = "purchase_request")
class PurchaseRequest extends AbstractAggregateRoot<PurchaseRequest> {
  private static final Set<Status> WITHDRAWABLE =
      EnumSet.of(Status.SUBMITTED, Status.SENT_BACK, Status.APPROVED);
  private static final Set<Status> IN_APPROVAL = EnumSet.of(Status.SUBMITTED, Status.APPROVED);

  @Id private UUID id;
  private String number;
  private UUID requesterId;

  @Enumerated(EnumType.STRING)
  private Channel channel;

  @Embedded private Wanted wanted;
  private int revision = 1;

  @Enumerated(EnumType.STRING)
  private Status status = Status.SUBMITTED;

  private @Nullable String withdrawalReason;
  private Instant submittedAt;
  private @Nullable Instant closedAt;
  private @Nullable Long processInstanceKey;
  @Version private @Nullable Long version;

  @SuppressWarnings("NullAway.Init")
  protected PurchaseRequest() {}

  @SuppressWarnings("NullAway.Init")
  PurchaseRequest(
      PurchaseRequestId id, String number, Requisition requisition, Caller requester, Instant at) {
    this.id = id.value();
    this.number = number;
    this.requesterId = requester.user().value();
    this.channel = requester.channel();
    this.submittedAt = at;
    this.wanted = Wanted.of(requisition);
    registerEvent(
        new PurchaseRequestSubmitted(
            requester.tenant(),
            id,
            number,
            wanted.title(),
            requester.user(),
            revision,
            wanted.amountMinor(),
            wanted.currency(),
            wanted.category(),
            wanted.project(),
            wanted.vendor()));
  }

  /** Binds the request to the first process instance that asks; false for any other. */
  boolean claim(long instance) {
    if (processInstanceKey == null) {
      processInstanceKey = instance;
    }
    return processInstanceKey == instance;
  }

  boolean isRunBy(long instance) {
    return processInstanceKey != null && processInstanceKey == instance;
  }

  /** The requester takes it back; the process does the rest. */
  void requestWithdrawal(TenantId tenant, String reason) {
    require("withdrawn", WITHDRAWABLE);
    requireNotWithdrawn("withdrawn again");
    withdrawalReason = reason;
    registerEvent(new PurchaseRequestWithdrawn(tenant, id()));
  }

  void sendBack() {
    require("sent back", EnumSet.of(Status.SUBMITTED));
    status = Status.SENT_BACK;
  }

  void revise(Requisition requisition) {
    require("revised", EnumSet.of(Status.SENT_BACK));
    requireNotWithdrawn("revised");
    wanted.become(requisition);
    revision++;
    status = Status.SUBMITTED;
  }

  /** Its revision never reached the process: the requester still has it; the figures stay. */
  void takeRevisionBack() {
    if (status == Status.SUBMITTED) {
      status = Status.SENT_BACK;
    }
  }

  void approve() {
    require("approved", EnumSet.of(Status.SUBMITTED));
    requireNotWithdrawn("approved");
    status = Status.APPROVED;
  }

  /** A decision that approved it turned out void. */
  void takeApprovalBack() {
    if (status == Status.APPROVED) {
      status = Status.SUBMITTED;
    }
  }

  void chooseVendor(VendorId vendor) {
    require("given a vendor", IN_APPROVAL);
    requireNotWithdrawn("given a vendor");
    wanted.from(vendor);
  }

  void takeVendorBack() {
    if (status != Status.ORDERED) {
      wanted.from(null);
    }
  }

  void order(VendorId vendor, Instant at) {
    require("ordered", IN_APPROVAL);
    requireNotWithdrawn("ordered");
    wanted.from(vendor);
    close(Status.ORDERED, at);
  }

  void reject(Instant at) {
    require("rejected", IN_APPROVAL);
    close(Status.REJECTED, at);
  }

  /** Its process was cancelled: nobody takes it further. False when it ended before. */
  boolean cancel(String reason) {
    if (!WITHDRAWABLE.contains(status)) {
      return false;
    }
    if (withdrawalReason == null) {
      withdrawalReason = reason;
    }
    return true;
  }

  /** False when it ended before without an order: then there is nothing left to withdraw. */
  boolean withdraw(Instant at) {
    if (status == Status.REJECTED || status == Status.WITHDRAWN) {
      return false;
    }
    require("withdrawn", WITHDRAWABLE);
    close(Status.WITHDRAWN, at);
    return true;
  }

  private void close(Status last, Instant at) {
    status = last;
    closedAt = at;
  }

  private void require(String change, Set<Status> allowed) {
    if (!allowed.contains(status)) {
      var names = allowed.stream().map(Status::name).collect(Collectors.joining(" or "));
      throw new Conflict("procurement.transition", number, status.name(), names, change);
    }
  }

  void requireStatus(String change, Status only) {
    require(change, EnumSet.of(only));
  }

  void requireNotWithdrawn(String change) {
    if (withdrawalReason != null) {
      throw new Conflict("procurement.withdrawalPending", number, change);
    }
  }

  void requireRevision(int expected) {
    if (revision != expected) {
      throw new Conflict("procurement.revisionOutdated", number, revision, expected);
    }
  }

  RequestHead head() {
    return new RequestHead(id, requesterId, revision);
  }

  PurchaseRequestId id() {
    return new PurchaseRequestId(id);
  }

  String number() {
    return number;
  }

  UserId requester() {
    return new UserId(requesterId);
  }

  Wanted wanted() {
    return wanted;
  }

  Channel channel() {
    return channel;
  }

  Instant submittedAt() {
    return submittedAt;
  }

  @Nullable Long processInstanceKey() {
    return processInstanceKey;
  }

  boolean withdrawable() {
    return withdrawalReason == null && WITHDRAWABLE.contains(status);
  }

  int revision() {
    return revision;
  }

  Status status() {
    return status;
  }

  @Nullable String withdrawalReason() {
    return withdrawalReason;
  }
}
