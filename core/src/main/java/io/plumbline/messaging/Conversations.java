package io.plumbline.messaging;

import io.plumbline.document.FileStore;
import io.plumbline.identity.Callers;
import io.plumbline.identity.Channel;
import io.plumbline.identity.ChannelAddresses;
import io.plumbline.identity.Role;
import io.plumbline.shared.CappedCount;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.NotFound;
import io.plumbline.shared.PageRequest;
import io.plumbline.shared.SignalSender;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people and the firm wrote to each other, one conversation per address and channel; for
 * organisation admins and procurement managers.
 */
@Component
public class Conversations {
  /** Topic of {@link io.plumbline.shared.TenantSignals}: something was written or read. */
  public static final String SIGNAL = "conversation";

  private final ConversationRepository conversations;
  private final ThreadReader threads;
  private final ReceivedMediaRepository media;
  private final FileStore files;
  private final ChannelAddresses addresses;
  private final Callers callers;
  private final SignalSender signals;

  Conversations(
      ConversationRepository conversations,
      ThreadReader threads,
      ReceivedMediaRepository media,
      FileStore files,
      ChannelAddresses addresses,
      Callers callers,
      SignalSender signals) {
    this.conversations = conversations;
    this.threads = threads;
    this.media = media;
    this.files = files;
    this.addresses = addresses;
    this.callers = callers;
    this.signals = signals;
  }

  /** May the caller read and answer? */
  public boolean allowed() {
    var caller = callers.current();
    return caller.is(Role.ORGANISATION_ADMIN) || caller.is(Role.PROCUREMENT_MANAGER);
  }

  /**
   * Those with the latest messages first.
   *
   * @throws InvalidInput when the filter's words are too long
   */
  public List<ConversationRow> list(ConversationFilter filter, PageRequest page) {
    requireAllowed();
    filter.check();
    return conversations.list(filter, page);
  }

  public CappedCount count(ConversationFilter filter) {
    requireAllowed();
    filter.check();
    return conversations.count(filter);
  }

  /** How many have messages nobody has read. */
  public CappedCount unread() {
    requireAllowed();
    return conversations.unread();
  }

  /**
   * One with its latest messages.
   *
   * @throws NotFound when the firm has no such conversation
   */
  public ConversationThread find(UUID id) {
    var head = get(id);
    var latest = threads.latest(head);
    var shown = latest.subList(0, Math.min(latest.size(), ThreadReader.MOST));
    return new ConversationThread(
        head,
        shown.reversed(),
        latest.size() > shown.size(),
        addresses.isOptedOut(head.channel(), head.address()));
  }

  /** Nothing of it is unread any more, for all who may read it. */
  @Transactional
  public void read(UUID id) {
    requireAllowed();
    if (conversations.read(id)) {
      signals.send(SIGNAL, callers.current().tenant().value());
    }
  }

  /**
   * Writes a picture or file that came in; see {@link FileStore#copy}.
   *
   * @throws NotFound when it is not kept
   */
  public void copy(String message, int position, OutputStream to) {
    requireAllowed();
    var file = media.file(message, position).orElseThrow(() -> new NotFound("file", message));
    files.copy(file, to);
  }

  ConversationRow get(UUID id) {
    requireAllowed();
    return conversations.find(id).orElseThrow(() -> new NotFound("conversation", id));
  }

  /** Refuses what would go to someone who wants no messages there. */
  void requireHeard(Channel channel, String address) {
    if (addresses.isOptedOut(channel, address)) {
      throw new Conflict("conversation.optedOut");
    }
  }

  void requireAllowed() {
    if (!allowed()) {
      throw new NotAllowed("conversation.notAllowed");
    }
  }
}
