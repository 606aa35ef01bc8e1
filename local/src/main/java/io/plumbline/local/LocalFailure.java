package io.plumbline.local;

/** Something on this machine stands in the way: one sentence what, one sentence the way out. */
public final class LocalFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String text;

  public LocalFailure(String sentence, String wayOut) {
    super(sentence + " " + wayOut);
    this.text = sentence + " " + wayOut;
  }

  LocalFailure(String sentence, String wayOut, Throwable cause) {
    super(sentence + " " + wayOut, cause);
    this.text = sentence + " " + wayOut;
  }

  /** For a person at the terminal. */
  public String text() {
    return text;
  }
}
