package io.plumbline.messaging.api;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the provider's calls are checked against.
 *
 * @param authToken the account's secret; without it every call is refused
 * @param publicUrl where the provider reaches us, without a slash at the end: signatures cover it
 */
@ConfigurationProperties("plumbline.twilio")
record WebhookSettings(
    @DefaultValue("") String authToken,
    @DefaultValue("http://localhost:8080") URI publicUrl,
    @DefaultValue("") String accountSid,
    @DefaultValue("") String whatsappSender,
    @DefaultValue("") String smsSender) {

  /** Never the token. */
  @Override
  public String toString() {
    return "WebhookSettings[" + publicUrl + "]";
  }
}
