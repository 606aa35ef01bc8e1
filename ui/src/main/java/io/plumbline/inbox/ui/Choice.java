package io.plumbline.inbox.ui;

/**
 * A button that ends a task.
 *
 * @param outcome one of the task kind's outcomes
 * @param text what the button does, with the amount ("Approve 4,500 SAR")
 * @param done said after it was done ("PR-000123 approved")
 * @param weight how the button looks
 * @param reason whether a person has to say why
 * @param key the key that chooses it, after asking once
 */
public record Choice(
    String outcome, String text, String done, Weight weight, Reason reason, String key) {

  public enum Weight {
    MAIN,
    OTHER
  }

  public enum Reason {
    NONE,
    REQUIRED
  }

  public static Choice main(String outcome, String text, String done) {
    return new Choice(outcome, text, done, Weight.MAIN, Reason.NONE, "a");
  }

  public static Choice withReason(String outcome, String text, String done, String key) {
    return new Choice(outcome, text, done, Weight.OTHER, Reason.REQUIRED, key);
  }
}
