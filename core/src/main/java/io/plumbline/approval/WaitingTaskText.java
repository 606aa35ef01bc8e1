package io.plumbline.approval;

import io.plumbline.identity.Accounts;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Callers;
import io.plumbline.identity.Channel;
import io.plumbline.inbox.Inbox;
import io.plumbline.inbox.TaskRow;
import io.plumbline.messaging.NoticeKinds;
import io.plumbline.messaging.NoticeText;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Says in a notice that a task waits how its receiver can answer, as they may by then. */
@Component
class WaitingTaskText implements NoticeText {
  private final AnswerableKinds kinds;
  private final Asking asking;
  private final Inbox inbox;
  private final Accounts accounts;
  private final Callers callers;

  WaitingTaskText(
      AnswerableKinds kinds, Asking asking, Inbox inbox, Accounts accounts, Callers callers) {
    this.kinds = kinds;
    this.asking = asking;
    this.inbox = inbox;
    this.accounts = accounts;
    this.callers = callers;
  }

  @Override
  public String text(Told notice, Channel channel, String text) {
    return asked(notice, channel, (task, person) -> asking.text(task, person, channel))
        .orElse(text);
  }

  @Override
  public Map<String, String> values(Told notice, Channel channel) {
    return channel == Channel.WHATSAPP
        ? asked(notice, channel, asking::buttons).orElse(Map.of())
        : Map.of();
  }

  /** Decided by somebody, or no longer theirs to decide. */
  @Override
  public boolean isOver(Told notice) {
    return isAboutTask(notice) && decidable(notice, Channel.WEB, (row, person) -> row).isEmpty();
  }

  /** Empty when the notice is about something else, or they may not decide it now. */
  private <T> Optional<T> asked(
      Told notice, Channel channel, BiFunction<TaskRow, Caller, T> answer) {
    return isAboutTask(notice)
        ? decidable(
                notice,
                channel,
                (row, person) -> kinds.find(row.formKey()).map(kind -> answer.apply(row, person)))
            .flatMap(Function.identity())
        : Optional.empty();
  }

  private <T> Optional<T> decidable(
      Told notice, Channel channel, BiFunction<TaskRow, Caller, T> answer) {
    var task = Objects.requireNonNull(notice.task());
    return person(notice, channel)
        .flatMap(
            person ->
                callers.call(person, () -> waiting(task).map(row -> answer.apply(row, person))));
  }

  private static boolean isAboutTask(Told notice) {
    return notice.task() != null && notice.kind().equals(NoticeKinds.TASK_WAITING.id());
  }

  private Optional<Caller> person(Told notice, Channel channel) {
    var tenant = callers.current().tenant();
    return accounts.findAgain(new Caller(tenant, notice.to(), "", Set.of(), channel));
  }

  private Optional<TaskRow> waiting(long task) {
    return inbox
        .seek(task)
        .filter(details -> !details.outcomes().isEmpty())
        .map(details -> details.row());
  }
}
