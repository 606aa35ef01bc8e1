package io.plumbline.messaging;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;

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
  QueuedMessages queuedMessages() {
    return new QueuedMessages();
  }
}
