package io.plumbline.procurement;

import io.plumbline.document.AttachmentAccess;
import io.plumbline.document.AttachmentAdded;
import io.plumbline.document.AttachmentId;
import io.plumbline.document.AttachmentRemoved;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Who may see a request may see its files and add some, also later: delivery notes come last. What
 * was added goes only while the request is under way, and its timeline tells of it.
 */
@Component
class RequestAttachments implements AttachmentAccess {
  private final PurchaseRequestRepository requests;
  private final RequestAccess access;
  private final Timeline timeline;
  private final RequestSignals signals;

  RequestAttachments(
      PurchaseRequestRepository requests,
      RequestAccess access,
      Timeline timeline,
      RequestSignals signals) {
    this.requests = requests;
    this.access = access;
    this.timeline = timeline;
    this.signals = signals;
  }

  @Override
  public Optional<Rights> to(UUID subject) {
    return requests
        .findById(subject)
        .filter(access::sees)
        .map(request -> request.withdrawable() ? Rights.REMOVE : Rights.ADD);
  }

  @EventListener
  void added(AttachmentAdded file) {
    tell(file.subject(), file.id(), TimelineKind.FILE_ADDED, file.name());
  }

  @EventListener
  void removed(AttachmentRemoved file) {
    tell(file.subject(), file.id(), TimelineKind.FILE_REMOVED, file.name());
  }

  private void tell(UUID subject, AttachmentId file, TimelineKind kind, String name) {
    if (requests.findById(subject).isPresent()) {
      timeline.add(new PurchaseRequestId(subject), kind.key() + "/" + file, kind, name);
      signals.changed();
    }
  }
}
