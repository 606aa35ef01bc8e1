package io.plumbline.preview;

import io.plumbline.identity.Callers;
import io.plumbline.identity.Channel;
import io.plumbline.identity.Role;
import io.plumbline.messaging.ConversationFilter;
import io.plumbline.messaging.ConversationRow;
import io.plumbline.messaging.ConversationThread;
import io.plumbline.messaging.MessageTemplate;
import io.plumbline.messaging.NewMessageTemplate;
import io.plumbline.messaging.ReplyWindow;
import io.plumbline.messaging.ThreadMessage;
import io.plumbline.messaging.ThreadMessage.Change;
import io.plumbline.messaging.ThreadMessage.Outgoing;
import io.plumbline.shared.CappedCount;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotFound;
import io.plumbline.shared.PageRequest;
import io.plumbline.shared.Problem;
import io.plumbline.shared.ReadModelChanges.Subscription;
import io.plumbline.shared.TenantSignals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Three conversations: one open, one closed with trouble, one with a stranger. */
@Component
public class ConversationsInMemory implements TenantSignals {
  public static final UUID OPEN = new UUID(5, 1);
  public static final UUID CLOSED = new UUID(5, 2);
  public static final UUID STRANGER = new UUID(5, 3);
  public static final UUID FAILED = new UUID(6, 1);
  public static final UUID UNKNOWN = new UUID(6, 2);

  private final Callers callers;
  private final Map<UUID, ConversationThread> threads = new LinkedHashMap<>();
  private final List<String> repeated = new CopyOnWriteArrayList<>();
  private final List<Runnable> followers = new CopyOnWriteArrayList<>();
  private final Templates templates = new Templates();
  private boolean closedMeanwhile;

  ConversationsInMemory(Callers callers) {
    this.callers = callers;
    reset();
  }

  public final void reset() {
    threads.clear();
    repeated.clear();
    templates.all.clear();
    closedMeanwhile = false;
    templates.all.add(
        new MessageTemplate(
            new UUID(7, 1),
            "reopen",
            "en",
            "HX" + "0".repeat(32),
            "Hello {{1}}, may we ask you something about {{2}}?",
            List.of("name", "topic"),
            true,
            1));
    put(OPEN, Channel.WHATSAPP, "+966500000001", "Site engineer", 2, Duration.ofMinutes(192))
        .add(message("Need 200 bags of cement for Tower B", null));
    var closed =
        put(CLOSED, Channel.WHATSAPP, "+966500000002", "Project manager", 0, Duration.ofHours(-2));
    closed.add(message("Which gate?", ours(FAILED, "FAILED", "63016")));
    closed.add(message("Is it in?", ours(UNKNOWN, "UNKNOWN", "The provider's answer was lost")));
    put(STRANGER, Channel.EMAIL, "who@knows.example", null, 1, Duration.ZERO)
        .add(message("Who are you?", null));
  }

  /** Somebody writes, on another node. */
  public void hear(UUID conversation, String text) {
    append(conversation, message(text, null));
  }

  /** The person's 24 hours end while somebody writes. */
  public void closeMeanwhile() {
    closedMeanwhile = true;
  }

  public List<String> repeated() {
    return repeated;
  }

  public Templates templates() {
    return templates;
  }

  public boolean allowed() {
    var caller = callers.current();
    return caller.is(Role.ORGANISATION_ADMIN) || caller.is(Role.PROCUREMENT_MANAGER);
  }

  public List<ConversationRow> list(ConversationFilter filter, PageRequest page) {
    return rows(filter).stream().skip(page.offset()).limit(page.limit()).toList();
  }

  public CappedCount count(ConversationFilter filter) {
    return CappedCount.of(rows(filter).size());
  }

  public CappedCount unread() {
    return CappedCount.of(
        threads.values().stream().filter(thread -> thread.head().unread() > 0).count());
  }

  public ConversationThread find(UUID id) {
    var found = threads.get(id);
    if (found == null) {
      throw new NotFound("conversation", id);
    }
    return found;
  }

  public void read(UUID id) {
    var thread = find(id);
    threads.put(
        id,
        new ConversationThread(
            row(thread.head(), 0, thread.head().lastText()), thread.messages(), false, false));
  }

  public void write(UUID id, String text) {
    if (closedMeanwhile) {
      throw new Conflict("conversation.windowClosed");
    }
    append(id, message(text, ours(UUID.randomUUID(), "PENDING", null)));
  }

  public void writeTemplate(UUID id, UUID template, Map<String, String> values) {
    append(
        id,
        message(
            templates.all.getFirst().fill(values).text(),
            ours(UUID.randomUUID(), "PENDING", null)));
  }

  public void sendAgain(UUID message, boolean evenIfUnknown) {
    repeated.add(message + (evenIfUnknown ? " although unknown" : ""));
  }

  @Override
  public Subscription subscribe(UUID tenant, String topic, Runnable listener) {
    followers.add(listener);
    return () -> followers.remove(listener);
  }

  private List<ConversationRow> rows(ConversationFilter filter) {
    return threads.values().stream()
        .map(ConversationThread::head)
        .filter(row -> (row.person() == null) == filter.strangers())
        .filter(row -> !filter.unreadOnly() || row.unread() > 0)
        .filter(
            row ->
                row.name()
                    .toLowerCase(Locale.ROOT)
                    .contains(filter.words().toLowerCase(Locale.ROOT)))
        .toList();
  }

  /** They wrote STOP. */
  public void optOut(UUID id) {
    var thread = find(id);
    threads.put(id, new ConversationThread(thread.head(), thread.messages(), false, true));
  }

  private void append(UUID id, ThreadMessage message) {
    var thread = find(id);
    var messages = new ArrayList<>(thread.messages());
    messages.add(message);
    threads.put(
        id, new ConversationThread(row(thread.head(), 0, message.body()), messages, false, false));
    followers.forEach(Runnable::run);
  }

  private Adding put(
      UUID id,
      Channel channel,
      String address,
      @Nullable String person,
      int unread,
      Duration left) {
    var window =
        channel == Channel.WHATSAPP
            ? new ReplyWindow(left.isPositive(), FirmInMemory.NOW.plus(left))
            : new ReplyWindow(true, null);
    var head =
        new ConversationRow(id, channel, address, person, "", FirmInMemory.NOW, unread, window);
    threads.put(id, new ConversationThread(head, List.of(), false, false));
    return message -> {
      var thread = find(id);
      var messages = new ArrayList<>(thread.messages());
      messages.add(message);
      threads.put(
          id,
          new ConversationThread(
              row(thread.head(), unread, message.body()), messages, false, false));
    };
  }

  private static ConversationRow row(ConversationRow of, int unread, String lastText) {
    return new ConversationRow(
        of.id(),
        of.channel(),
        of.address(),
        of.person(),
        lastText,
        of.lastAt(),
        unread,
        of.window());
  }

  private static ThreadMessage message(String body, @Nullable Outgoing ours) {
    return new ThreadMessage(null, body, at(), List.of(), ours);
  }

  private static Outgoing ours(UUID id, String state, @Nullable String reason) {
    var history = List.of(new Change(state, reason, at()));
    return new Outgoing(id, state, reason, "Procurement manager", false, false, history);
  }

  private static Instant at() {
    return FirmInMemory.NOW;
  }

  /** Appends a message. */
  private interface Adding {
    void add(ThreadMessage message);
  }

  /** The firm's templates. */
  public static class Templates {
    final List<MessageTemplate> all = new ArrayList<>();

    public List<MessageTemplate> active() {
      return List.copyOf(all);
    }

    public List<MessageTemplate> all() {
      return List.copyOf(all);
    }

    public UUID add(NewMessageTemplate typed) {
      if (!typed.contentSid().startsWith("HX")) {
        throw new InvalidInput(List.of(Problem.of("contentSid", "template.sid")));
      }
      var id = UUID.randomUUID();
      all.add(
          new MessageTemplate(
              id,
              typed.kind(),
              typed.language(),
              typed.contentSid(),
              typed.body(),
              typed.variables(),
              typed.active(),
              1));
      return id;
    }

    public void remove(UUID id) {
      all.removeIf(template -> template.id().equals(id));
    }
  }
}
