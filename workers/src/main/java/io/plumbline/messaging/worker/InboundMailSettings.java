package io.plumbline.messaging.worker;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Mailboxes that are read. They belong to Plumbline: what is unread there was not taken over yet.
 *
 * @param every how often each is looked into
 * @param timeout for connecting and for each answer
 * @param requireProof whether the receiving server has to confirm the sender; only without a real
 *     mail server may this be off
 * @param authservId the receiving server's name in the Authentication-Results it adds; senders are
 *     never proven while it is empty
 */
@ConfigurationProperties("plumbline.inbound-mail")
record InboundMailSettings(
    @DefaultValue List<Mailbox> mailboxes,
    @DefaultValue("10s") Duration every,
    @DefaultValue("20s") Duration timeout,
    @DefaultValue("true") boolean requireProof,
    @DefaultValue("") String authservId) {

  /**
   * One mailbox of one firm.
   *
   * @param firm the tenant's short name
   * @param address people write to
   * @param tls whether the connection is TLS from the start
   */
  record Mailbox(
      String firm,
      String address,
      @DefaultValue("127.0.0.1") String host,
      @DefaultValue("993") int port,
      @DefaultValue("true") boolean tls,
      @DefaultValue("") String username,
      @DefaultValue("") String password) {

    Mailbox {
      address = address.toLowerCase(Locale.ROOT);
    }

    String user() {
      return username.isEmpty() ? address : username;
    }

    /** Never the password. */
    @Override
    public String toString() {
      return "Mailbox[" + firm + ", " + host + ":" + port + "]";
    }
  }
}
