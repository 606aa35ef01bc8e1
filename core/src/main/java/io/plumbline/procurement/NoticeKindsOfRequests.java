package io.plumbline.procurement;

import io.plumbline.messaging.NoticeKind;
import io.plumbline.messaging.NoticeKind.Usual;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people are told about requests. */
@Configuration(proxyBeanMethods = false)
class NoticeKindsOfRequests {
  /** What became of one's request. */
  static final NoticeKind NEWS = new NoticeKind("request.news", Usual.CHANNELS);

  /** A decision that waits for one's group is due soon, or overdue. */
  static final NoticeKind DUE = new NoticeKind("task.due", Usual.CHANNELS);

  /** One's decision came too late. */
  static final NoticeKind VOID = new NoticeKind("decision.void", Usual.CHANNELS);

  /** A comment names one. */
  static final NoticeKind MENTION = new NoticeKind("comment.mention", Usual.CHANNELS);

  @Bean
  NoticeKind commentMention() {
    return MENTION;
  }

  @Bean
  NoticeKind requestNews() {
    return NEWS;
  }

  @Bean
  NoticeKind taskDue() {
    return DUE;
  }

  @Bean
  NoticeKind decisionVoid() {
    return VOID;
  }
}
