package io.plumbline.messaging;

import io.plumbline.shared.Decisions;
import io.plumbline.shared.DutiesInJava;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stand-ins for the world outside, used where no real adapter is on the class path. */
public class FakeProviders {
  @Bean
  @Fallback
  FakeMessenger fakeMessenger() {
    return new FakeMessenger();
  }

  @Bean
  @Fallback
  FakeMailer fakeMailer() {
    return new FakeMailer();
  }

  @Bean
  @Fallback
  FakeMediaSource fakeMediaSource() {
    return new FakeMediaSource();
  }

  @Bean
  NotificationPlayer notificationPlayer(NotificationSteps steps, JdbcClient jdbc) {
    return new NotificationPlayer(steps, jdbc);
  }

  @Bean
  NoticeKind testKind() {
    return TestNotice.KIND;
  }

  @Bean
  ToldNotices toldNotices(JdbcClient jdbc) {
    return new ToldNotices(jdbc);
  }

  @Bean
  HeardReports heardReports() {
    return new HeardReports();
  }

  @Bean
  HeardRequests heardRequests() {
    return new HeardRequests();
  }

  @Bean
  QueuedMessages queuedMessages() {
    return new QueuedMessages();
  }

  /** The table itself is tested where it is evaluated. */
  @Bean
  @Fallback
  Decisions dutiesInJava() {
    return new DutiesInJava();
  }

  /** Understands nothing; understanding is tested where it is implemented. */
  @Bean
  @Fallback
  Analyst noAnalyst() {
    return (text, context) ->
        new Analyst.UnderstoodRequest(null, null, null, null, null, null, null, null);
  }
}
