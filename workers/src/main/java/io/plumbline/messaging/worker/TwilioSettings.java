package io.plumbline.messaging.worker;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The phone provider's account.
 *
 * @param baseUrl put before the provider's host name, for a stand-in on this machine; empty for the
 *     provider itself
 * @param publicUrl where the provider reaches us, without a slash at the end
 * @param whatsappSender our WhatsApp number, +E.164
 * @param smsSender our SMS number, +E.164
 * @param timeout until the provider begins an answer; all of it may take half as long again
 */
@ConfigurationProperties("plumbline.twilio")
record TwilioSettings(
    @DefaultValue("") String accountSid,
    @DefaultValue("") String authToken,
    @DefaultValue("") String baseUrl,
    @DefaultValue("http://localhost:8080") URI publicUrl,
    @DefaultValue("") String whatsappSender,
    @DefaultValue("") String smsSender,
    @DefaultValue("10s") Duration timeout) {

  boolean complete() {
    return !accountSid.isBlank() && !authToken.isBlank();
  }

  /** Never the token. */
  @Override
  public String toString() {
    return "TwilioSettings[" + accountSid + "]";
  }
}
