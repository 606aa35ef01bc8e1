package io.plumbline.local;

import java.nio.file.Path;

/**
 * @param home the mails live here, one file each
 */
public record MailboxSettings(Path home, Path log, int smtpPort, int imapPort, Lifetime lifetime) {

  /** On free ports, ending with this process. */
  public static MailboxSettings forTests(Path home) {
    return new MailboxSettings(
        home, home.resolve("mailbox.log"), Port.free(), Port.free(), Lifetime.WITH_THIS_PROCESS);
  }
}
