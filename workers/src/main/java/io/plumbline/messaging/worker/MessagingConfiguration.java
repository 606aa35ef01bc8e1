package io.plumbline.messaging.worker;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Settings of the providers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
  MailSettings.class,
  TwilioSettings.class,
  MediaSettings.class,
  InboundMailSettings.class
})
class MessagingConfiguration {}
