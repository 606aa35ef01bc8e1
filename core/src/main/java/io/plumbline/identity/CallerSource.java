package io.plumbline.identity;

import java.util.Optional;

/**
 * Where the caller comes from when no scope is open: the signed-in session. Implemented by the
 * application.
 */
public interface CallerSource {
  Optional<Caller> find();
}
