package io.plumbline.messaging;

import io.plumbline.identity.UserId;
import io.plumbline.messaging.Notice.About;
import io.plumbline.messaging.NoticeKind.Usual;

/** Notices as tests tell them. */
public final class TestNotice {
  public static final NoticeKind KIND = new NoticeKind("test", Usual.CHANNELS);

  private TestNotice() {}

  public static Notice of(String once, UserId to, String body) {
    return new Notice(once, to, KIND, "Subject", body, About.number("PR-000001"));
  }

  static Notice urgent(String once, UserId to, String body) {
    return new Notice(once, to, KIND, "Subject", body, About.NOTHING, true);
  }
}
