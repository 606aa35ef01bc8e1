package io.plumbline.messaging.worker;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where pictures and files of texts are fetched from.
 *
 * @param hosts that are asked, by their whole names; the first is the provider's own and the only
 *     one that is told the account's secret
 * @param timeout for one file, from the first byte asked to the last byte read
 */
@ConfigurationProperties("plumbline.media")
record MediaSettings(
    @DefaultValue({
          "api.twilio.com",
          "media.twiliocdn.com",
          "mms.twiliocdn.com",
          "s3-external-1.amazonaws.com"
        })
        List<String> hosts,
    @DefaultValue("60s") Duration timeout) {

  String provider() {
    return hosts.getFirst();
  }
}
