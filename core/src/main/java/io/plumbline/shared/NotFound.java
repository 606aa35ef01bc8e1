package io.plumbline.shared;

import java.util.List;

/** There is no such thing, or the caller may not know that there is. */
public final class NotFound extends Refusal {
  public NotFound(String what, Object id) {
    super(List.of(Problem.of(null, "notFound", what, id)));
  }
}
