package io.plumbline.messaging;

import io.plumbline.identity.Callers;
import io.plumbline.identity.Channel;
import io.plumbline.messaging.MailThreads.Last;
import io.plumbline.messaging.OutgoingMessageRepository.State;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.Ids;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotFound;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What staff writes in a conversation. It goes out on this channel or not at all: unlike a notice
 * it never moves on to another one by itself.
 */
@Component
public class ConversationReplies {
  private static final int LONGEST = 1_600;

  private final Conversations conversations;
  private final ReplyWindows windows;
  private final MessageTemplates templates;
  private final MailThreads threads;
  private final OutgoingQueue queue;
  private final Repeats repeats;
  private final OutgoingMessageRepository messages;
  private final Callers callers;
  private final Ids ids;

  ConversationReplies(
      Conversations conversations,
      ReplyWindows windows,
      MessageTemplates templates,
      MailThreads threads,
      OutgoingQueue queue,
      Repeats repeats,
      OutgoingMessageRepository messages,
      Callers callers,
      Ids ids) {
    this.conversations = conversations;
    this.windows = windows;
    this.templates = templates;
    this.threads = threads;
    this.queue = queue;
    this.repeats = repeats;
    this.messages = messages;
    this.callers = callers;
    this.ids = ids;
  }

  /**
   * Free text. A mail goes out in answer to the person's last one, when there is one.
   *
   * @throws InvalidInput when it is empty or longer than 1,600 characters
   * @throws Conflict outside WhatsApp's 24 hours, and when the person wants no messages
   */
  @Transactional
  public void write(UUID conversation, String text) {
    var to = open(conversation);
    requireWindow(to.channel(), to.address());
    var said = text.strip();
    if (said.isEmpty()) {
      throw new InvalidInput("conversation.empty");
    }
    if (said.length() > LONGEST) {
      throw new InvalidInput("text.tooLong", LONGEST, said.length());
    }
    var once = newOnce();
    var mail =
        to.channel() == Channel.EMAIL ? threads.lastIn(conversation) : Optional.<Last>empty();
    queue.add(once, null, to.channel(), to.address(), mail.map(Last::subject).orElse(""), said);
    mail.ifPresent(answered -> threads.answers(once, answered.providerId()));
    finish(conversation, once);
  }

  /**
   * An approved template; the only way outside WhatsApp's 24 hours.
   *
   * @param values by name of the template's variables
   * @throws InvalidInput when a value is missing
   */
  @Transactional
  public void writeTemplate(UUID conversation, UUID template, Map<String, String> values) {
    var to = open(conversation);
    if (to.channel() != Channel.WHATSAPP) {
      throw new Conflict("conversation.noTemplates");
    }
    var filled =
        templates
            .active(template)
            .orElseThrow(() -> new NotFound("template", template))
            .fill(values);
    var once = newOnce();
    queue.add(once, null, to.channel(), to.address(), filled);
    finish(conversation, once);
  }

  /**
   * Sends a failed message of a conversation once more, as a message of its own; however often it
   * is asked for, once.
   *
   * @param evenIfUnknown a person looked and decided that a message of which nobody knows whether
   *     it was sent goes out again
   */
  @Transactional
  public void sendAgain(UUID message, boolean evenIfUnknown) {
    conversations.requireAllowed();
    var failed = messages.find(message).orElseThrow(() -> new NotFound("message", message));
    requireRepeatable(messages.stateOf(message), evenIfUnknown);
    conversations.requireHeard(failed.channel(), failed.address());
    var template = failed.template();
    if (template == null) {
      requireWindow(failed.channel(), failed.address());
    }
    if (!repeats.sendAgain(failed)) {
      throw new Conflict("conversation.sentAgain");
    }
    messages.writtenBy(failed.again(), callers.current().user());
  }

  private String newOnce() {
    return "staff-" + ids.next();
  }

  private void finish(UUID conversation, String once) {
    messages.writtenBy(once, callers.current().user());
    conversations.read(conversation);
  }

  private static void requireRepeatable(State state, boolean evenIfUnknown) {
    if (state == State.UNKNOWN && !evenIfUnknown) {
      throw new Conflict("conversation.unknown");
    }
    if (state != State.UNKNOWN && state != State.FAILED) {
      throw new Conflict("conversation.notFailed");
    }
  }

  private ConversationRow open(UUID conversation) {
    var to = conversations.get(conversation);
    conversations.requireHeard(to.channel(), to.address());
    return to;
  }

  private void requireWindow(Channel channel, String address) {
    if (!windows.of(channel, address).isOpen()) {
      throw new Conflict("conversation.windowClosed");
    }
  }
}
