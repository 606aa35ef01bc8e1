package io.plumbline.messaging;

import io.plumbline.identity.UserId;
import io.plumbline.messaging.NoticeText.Told;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell a person of the tenant.
 *
 * @param once a key that makes a repeated step harmless
 * @param kind by which the person chose how to hear of it
 * @param subject one line; used by e-mail and in lists
 * @param body text
 * @param about where it leads
 * @param urgent told in quiet hours too
 */
public record Notice(
    String once,
    UserId to,
    NoticeKind kind,
    String subject,
    String body,
    About about,
    boolean urgent) {

  public Notice(String once, UserId to, NoticeKind kind, String subject, String body, About about) {
    this(once, to, kind, subject, body, about, false);
  }

  /** As it is kept. */
  Told kept(UUID id) {
    return new Told(id, to, kind.id(), about.number(), about.task(), subject, body);
  }

  /**
   * What a notice leads to.
   *
   * @param number a number that people know, such as PR-000123
   * @param task key of a task
   */
  public record About(@Nullable String number, @Nullable Long task) {
    public static final About NOTHING = new About(null, null);

    public static About number(String number) {
      return new About(number, null);
    }

    public static About task(long key, @Nullable String number) {
      return new About(number, key);
    }
  }
}
