package io.plumbline.shared.process;

/** What became of one attempt to tell the engine something. */
sealed interface Answer {
  /** The engine has it, from this attempt or an earlier one. */
  record Accepted() implements Answer {}

  /** What it was about is gone from the engine. */
  record Gone(String reason) implements Answer {}

  /** The engine will never accept it: a bug or a model that does not fit. */
  record Wrong(String reason) implements Answer {}

  /** Not now; {@code away} when the engine could not be reached at all. */
  record Later(String reason, boolean away) implements Answer {}
}
