package io.plumbline.local;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;

/** The program of {@link LocalMailbox}: ports of SMTP and IMAP, folder of the mails. */
final class MailboxProcess {
  private static final String LOOPBACK = "127.0.0.1";

  private MailboxProcess() {}

  public static void main(String[] args) throws Exception {
    var smtp = new ServerSetup(Integer.parseInt(args[0]), LOOPBACK, ServerSetup.PROTOCOL_SMTP);
    var imap = new ServerSetup(Integer.parseInt(args[1]), LOOPBACK, ServerSetup.PROTOCOL_IMAP);
    var greenMail =
        new GreenMail(new ServerSetup[] {smtp, imap})
            .withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());
    var users = greenMail.getUserManager();
    var archive = new MailArchive(Path.of(args[2]), users);
    archive.restore();
    users.setMessageDeliveryHandler(archive);
    greenMail.start();
  }
}
