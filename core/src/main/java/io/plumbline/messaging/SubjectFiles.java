package io.plumbline.messaging;

import io.plumbline.document.AttachmentSubject;
import io.plumbline.document.Attachments;
import io.plumbline.document.FileChecks;
import io.plumbline.document.FileStore;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Callers;
import io.plumbline.identity.ChannelAddresses;
import io.plumbline.messaging.ReceivedMediaRepository.Unattached;
import io.plumbline.shared.Refusal;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Adds kept files to what was talked about, as the person who sent them. */
@Component
class SubjectFiles {
  private static final Logger log = LoggerFactory.getLogger(SubjectFiles.class);

  private final ReceivedMediaRepository media;
  private final Attachments attachments;
  private final FileChecks checks;
  private final FileStore files;
  private final ChannelAddresses addresses;
  private final Callers callers;
  private final TransactionTemplate transaction;

  SubjectFiles(
      ReceivedMediaRepository media,
      Attachments attachments,
      FileChecks checks,
      FileStore files,
      ChannelAddresses addresses,
      Callers callers,
      TransactionTemplate transaction) {
    this.media = media;
    this.attachments = attachments;
    this.checks = checks;
    this.files = files;
    this.addresses = addresses;
    this.callers = callers;
    this.transaction = transaction;
  }

  /** Once, however often it is asked for; a file the subject does not take stays here. */
  void attach(Unattached file) {
    sender(file).ifPresent(sender -> callers.run(sender, () -> add(file)));
  }

  private void add(Unattached kept) {
    var stored = files.find(kept.file()).orElseThrow();
    try (var file = checks.check(kept.name(), new ByteArrayInputStream(stored.content()))) {
      transaction.executeWithoutResult(
          done -> {
            if (media.attach(kept)) {
              attachments.add(AttachmentSubject.of(kept.subject()), file);
            }
          });
    } catch (Refusal e) {
      log.warn("A file of {} stays at its conversation: {}", kept.providerId(), e.getMessage());
    }
  }

  private Optional<Caller> sender(Unattached file) {
    var tenant = callers.current().tenant();
    return addresses.callersOf(file.channel(), file.address()).stream()
        .filter(caller -> caller.tenant().equals(tenant))
        .findFirst();
  }
}
