package io.plumbline.messaging.worker;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server we hand mails to.
 *
 * @param host name or address
 * @param port SMTP port
 * @param username empty when the server wants no sign-in
 * @param startTls whether the connection must turn to TLS before anything is said
 * @param from sender of all mails
 * @param imapPort where the mailbox of this machine shows what it caught; profile local only
 * @param timeout for connecting and for each answer; a whole mail may take four times as long
 */
@ConfigurationProperties("plumbline.mail")
record MailSettings(
    @DefaultValue("127.0.0.1") String host,
    @DefaultValue("3025") int port,
    @DefaultValue("") String username,
    @DefaultValue("") String password,
    @DefaultValue("false") boolean startTls,
    @DefaultValue("Plumbline <plumbline@localhost.localdomain>") String from,
    @DefaultValue("3143") int imapPort,
    @DefaultValue("10s") Duration timeout) {
  /** Until a mail has to be handed over, however often the server answered. */
  Duration wholeMail() {
    return timeout.multipliedBy(4);
  }

  boolean signsIn() {
    return !username.isEmpty();
  }

  /** Never the password. */
  @Override
  public String toString() {
    return "MailSettings[" + host + ":" + port + "]";
  }
}
