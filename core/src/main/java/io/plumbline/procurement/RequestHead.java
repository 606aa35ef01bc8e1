package io.plumbline.procurement;

import io.plumbline.identity.UserId;
import java.util.UUID;

/** Whose request it is, and which revision stands. */
record RequestHead(UUID id, UUID requesterId, int revision) {
  UserId requester() {
    return new UserId(requesterId);
  }
}
