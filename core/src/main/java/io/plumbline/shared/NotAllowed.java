package io.plumbline.shared;

import java.util.List;

/** The caller may not do this. */
public final class NotAllowed extends Refusal {
  public NotAllowed(List<Problem> problems) {
    super(problems);
  }

  public NotAllowed(String code, Object... args) {
    super(List.of(Problem.of(null, code, args)));
  }
}
