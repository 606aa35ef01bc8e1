package io.plumbline.messaging;

/**
 * What a notice is about, as people choose it in their preferences. A feature declares each of its
 * kinds as a bean; the interface has its words under {@code notice.kind.ID}.
 *
 * @param id {@code request.news}: kept for ever, preferences name it
 * @param usual what happens to those who chose nothing
 */
public record NoticeKind(String id, Usual usual) {

  /** What happens without a choice of the person. */
  public enum Usual {
    /** Told in the application and on their channels. */
    CHANNELS,
    /** Told in the application only. */
    IN_APP,
    /** Not told: they see it elsewhere. */
    NOTHING
  }
}
