package io.plumbline.document;

import io.plumbline.document.AttachmentAccess.Rights;
import io.plumbline.identity.Callers;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.NotFound;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the caller may do with the files of a subject, as its feature says. */
@Component
class AttachmentRights {
  private final List<AttachmentAccess> features;
  private final Callers callers;

  AttachmentRights(List<AttachmentAccess> features, Callers callers) {
    this.features = features;
    this.callers = callers;
  }

  /** Empty when the subject does not exist for the caller. */
  Optional<Rights> to(AttachmentSubject subject) {
    return subject.draft()
        ? Optional.of(Rights.REMOVE)
        : features.stream().flatMap(feature -> feature.to(subject.id()).stream()).findFirst();
  }

  /**
   * The caller's rights, at least these.
   *
   * @throws NotFound when the subject does not exist for the caller
   * @throws Conflict when it takes no more files
   */
  Rights require(AttachmentSubject subject, Rights least) {
    var rights = to(subject).orElseThrow(() -> new NotFound("subject", subject.id()));
    if (rights.compareTo(least) < 0) {
      throw new Conflict("file.closed");
    }
    return rights;
  }

  /** As the caller sees it: empty for what is not theirs to see. */
  Optional<Attachment> seen(Attachment found) {
    var mine = callers.current().user().equals(found.addedBy());
    if (found.subject().draft() && !mine) {
      return Optional.empty();
    }
    return to(found.subject()).map(rights -> removable(found, mine && rights == Rights.REMOVE));
  }

  private static Attachment removable(Attachment found, boolean mayRemove) {
    return new Attachment(
        found.id(),
        found.subject(),
        found.file(),
        found.name(),
        found.contentType(),
        found.size(),
        found.addedBy(),
        found.addedByName(),
        found.addedAt(),
        mayRemove);
  }
}
