package io.plumbline.teamwork;

import io.plumbline.messaging.NoticeKind;
import io.plumbline.messaging.NoticeKind.Usual;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people are told about their colleagues. */
@Configuration(proxyBeanMethods = false)
class NoticeKindsOfTeamwork {
  /** Who stands in for whom. */
  static final NoticeKind SUBSTITUTION = new NoticeKind("substitution", Usual.CHANNELS);

  /** A colleague gave one a task, or gave it back. */
  static final NoticeKind HANDOVER = new NoticeKind("task.handedOver", Usual.CHANNELS);

  @Bean
  NoticeKind substitutionNotice() {
    return SUBSTITUTION;
  }

  @Bean
  NoticeKind handoverNotice() {
    return HANDOVER;
  }
}
