package io.plumbline.preview;

import io.plumbline.identity.Channel;
import io.plumbline.messaging.NoticePreference;
import io.plumbline.messaging.NoticePreferences.Choices;
import io.plumbline.messaging.Notifications.Row;
import io.plumbline.messaging.UndeliveredMessages;
import io.plumbline.shared.PageRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers like the notifications, their preferences and the messages in trouble. */
@Component
public class NotificationsInMemory {
  private final List<Row> rows = new ArrayList<>();
  private final List<UndeliveredMessages.Row> undelivered = new ArrayList<>();
  private final List<UUID> sentAgain = new ArrayList<>();
  private Choices choices = usual();

  NotificationsInMemory() {
    reset();
  }

  /** The state that pictures and tests expect. */
  public final void reset() {
    rows.clear();
    undelivered.clear();
    sentAgain.clear();
    choices = usual();
    rows.add(row("PR-000123 waits for you: 200 bags of cement", "PR-000123", 2L, 4, false));
    rows.add(row("PR-000118 is approved and ordered", "PR-000118", null, 9, false));
    rows.add(row("PR-000110 is rejected", "PR-000110", null, 300, true));
    undelivered.add(trouble("30003: the phone is switched off", false));
    undelivered.add(trouble("The answer of the provider was lost", true));
  }

  public int unread() {
    return (int) rows.stream().filter(row -> !row.read()).count();
  }

  public List<Row> page(PageRequest page) {
    return rows.stream().skip(page.offset()).limit(page.limit()).toList();
  }

  public void markRead(UUID id) {
    rows.replaceAll(row -> row.id().equals(id) ? read(row) : row);
  }

  public void markAllRead() {
    rows.replaceAll(NotificationsInMemory::read);
  }

  public Choices mine() {
    return choices;
  }

  public Set<Channel> reachable() {
    return EnumSet.of(Channel.WHATSAPP, Channel.EMAIL);
  }

  public void save(Choices other) {
    choices = other;
  }

  public List<UndeliveredMessages.Row> list(PageRequest page) {
    return List.copyOf(undelivered);
  }

  public void sendAgain(UUID message) {
    sentAgain.add(message);
    leave(message);
  }

  public void leave(UUID message) {
    undelivered.removeIf(row -> row.id().equals(message));
  }

  /** Messages that somebody wanted to be sent again. */
  public List<UUID> sentAgain() {
    return sentAgain;
  }

  private static Choices usual() {
    return new Choices(
        List.of(
            new NoticePreference("request.news", null, false),
            new NoticePreference("task.waiting", null, false)),
        null);
  }

  private static Row row(
      String subject, String number, @Nullable Long task, int minutesAgo, boolean read) {
    return new Row(
        new UUID(7, minutesAgo),
        "request.news",
        subject,
        "Tower B, 4,500 SAR",
        number,
        task,
        FirmInMemory.NOW.minus(Duration.ofMinutes(minutesAgo)),
        read);
  }

  private static Row read(Row row) {
    return new Row(
        row.id(), row.kind(), row.subject(), row.body(), row.number(), row.task(), row.at(), true);
  }

  private static UndeliveredMessages.Row trouble(String reason, boolean unknown) {
    return new UndeliveredMessages.Row(
        new UUID(8, reason.length()),
        Channel.SMS,
        unknown,
        reason,
        "PR-000118 is approved and ordered",
        "Site engineer",
        "PR-000118",
        FirmInMemory.NOW.minus(Duration.ofMinutes(20)));
  }
}
