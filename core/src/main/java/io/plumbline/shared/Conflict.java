package io.plumbline.shared;

import java.util.List;

/** The thing is in a state that does not allow this, or someone else was first. */
public final class Conflict extends Refusal {
  public Conflict(List<Problem> problems) {
    super(problems);
  }

  public Conflict(String code, Object... args) {
    super(List.of(Problem.of(null, code, args)));
  }
}
