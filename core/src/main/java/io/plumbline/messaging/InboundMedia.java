package io.plumbline.messaging;

import io.plumbline.document.CheckedFile;
import io.plumbline.document.FileChecks;
import io.plumbline.document.FileStore;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Callers;
import io.plumbline.messaging.ReceivedMediaRepository.Wanted;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.SignalSender;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Pictures and files of texts, for the relay only: fetched after the text was handled, checked like
 * every file from outside, kept at the conversation and added to what was talked about.
 */
@Component
public class InboundMedia {
  static final int LARGEST = 16 * 1024 * 1024;
  private static final long LARGEST_TOGETHER = 48L * 1024 * 1024;
  private static final int MEGABYTE = 1024 * 1024;
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  private final ReceivedMediaRepository media;
  private final MediaSource source;
  private final FileChecks checks;
  private final FileStore files;
  private final SubjectFiles subjects;
  private final Callers callers;
  private final SignalSender signals;
  private final TransactionTemplate transaction;
  private final Clock clock;

  InboundMedia(
      ReceivedMediaRepository media,
      MediaSource source,
      FileChecks checks,
      FileStore files,
      SubjectFiles subjects,
      Callers callers,
      SignalSender signals,
      TransactionTemplate transaction,
      Clock clock) {
    this.media = media;
    this.source = source;
    this.checks = checks;
    this.files = files;
    this.subjects = subjects;
    this.callers = callers;
    this.signals = signals;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Fetches what a message brought, each file on its own: one that is refused is given up with the
   * reason.
   *
   * @throws NotHandledYet when nobody knows yet whose it is
   * @throws NotThereYet when some were not there, or not for us, and nothing else is in the way
   * @throws ProviderAway when some may be there once the provider is
   */
  public void fetch(String providerId) {
    if (!media.isHandled(providerId)) {
      throw new NotHandledYet(providerId);
    }
    for (var firm : media.firmsWaiting(providerId)) {
      callers.run(Caller.system(firm), () -> fetchHere(providerId));
    }
  }

  /** Whether the message came so long ago that the provider is not waited for any more. */
  public boolean isOverdue(String providerId) {
    return media.isOlder(providerId, clock.instant().minus(LONGEST_WAIT));
  }

  /** What is still wanted of this message is given up. */
  public void giveUp(String providerId) {
    for (var firm : media.firmsWaiting(providerId)) {
      callers.run(
          Caller.system(firm),
          () ->
              media
                  .wanted(providerId)
                  .forEach(
                      each ->
                          ended(
                              () -> media.note(each, true, "The provider did not hand it out."))));
    }
  }

  /** Adds the files that came before it began to a subject of the current tenant. */
  public void attach(UUID subject) {
    media.unattached(subject).forEach(subjects::attach);
  }

  private void fetchHere(String providerId) {
    ProviderAway away = null;
    for (var each : media.wanted(providerId)) {
      away = take(each, away);
    }
    media.unattached(providerId).forEach(subjects::attach);
    if (away != null) {
      throw away;
    }
  }

  private @Nullable ProviderAway take(Wanted wanted, @Nullable ProviderAway before) {
    try (var file = read(wanted)) {
      if (media.kept(wanted.providerId()) + file.size() > LARGEST_TOGETHER) {
        throw new InvalidInput("media.tooMuch", LARGEST_TOGETHER / MEGABYTE);
      }
      ended(() -> media.stored(wanted, files.save(file), file));
    } catch (InvalidInput | MediaRefused e) {
      ended(() -> media.note(wanted, true, String.valueOf(e.getMessage())));
    } catch (ProviderAway e) {
      media.note(wanted, false, String.valueOf(e.getMessage()));
      return before == null || before instanceof NotThereYet ? e : before;
    }
    return before;
  }

  /** Open conversations show what became of the file. */
  private void ended(Runnable end) {
    transaction.executeWithoutResult(
        done -> {
          end.run();
          signals.send(Conversations.SIGNAL, callers.current().tenant().value());
        });
  }

  private CheckedFile read(Wanted wanted) {
    try {
      var name = "file-" + (wanted.position() + 1);
      return source.read(new URI(wanted.url()), in -> checks.check(name, limited(in)));
    } catch (URISyntaxException e) {
      throw new MediaRefused("Its address cannot be read.");
    }
  }

  /** Refuses more than 16 MB with {@link InvalidInput}. */
  public static InputStream limited(InputStream content) {
    return new LimitedStream(
        content, LARGEST, () -> new InvalidInput("file.tooLarge", LARGEST / MEGABYTE));
  }
}
