package io.plumbline.shared;

import java.util.List;

/** The input breaks rules; each problem names its field. */
public final class InvalidInput extends Refusal {
  public InvalidInput(List<Problem> problems) {
    super(problems);
  }

  public InvalidInput(String code, Object... args) {
    super(List.of(Problem.of(null, code, args)));
  }
}
