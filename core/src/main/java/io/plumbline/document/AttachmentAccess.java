package io.plumbline.document;

import java.util.Optional;
import java.util.UUID;

/** Each feature says who may see the files of its subjects; a bean per feature. */
public interface AttachmentAccess {
  /** Empty when the feature has no such subject or the caller may not know of it. */
  Optional<Rights> to(UUID subject);

  /** Each includes those before it. */
  enum Rights {
    READ,
    ADD,
    /** Also remove what one added oneself. */
    REMOVE
  }
}
