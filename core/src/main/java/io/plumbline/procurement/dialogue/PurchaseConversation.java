package io.plumbline.procurement.dialogue;

import io.plumbline.identity.Channel;
import io.plumbline.identity.People;
import io.plumbline.messaging.Analyst;
import io.plumbline.messaging.Analyst.Context;
import io.plumbline.messaging.Analyst.Field;
import io.plumbline.messaging.Analyst.UnderstoodRequest;
import io.plumbline.messaging.Conversation;
import io.plumbline.messaging.ConversationSubjects;
import io.plumbline.procurement.PurchaseRequests;
import io.plumbline.project.Projects;
import io.plumbline.shared.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Purchase requests by text: a new one, an answer to a question about it, its status. */
@Component
@Order(0)
class PurchaseConversation implements Conversation {
  private static final Pattern CANCEL =
      word("cancel|drop|drop it|forget it|never ?mind|discard|delete");
  private static final Pattern YES =
      word("yes|y|yep|yeah|ok|okay|correct|right|sure|confirm|confirmed|yes please|that'?s right");
  private static final Pattern NO = word("no|n|nope|wrong|not right");
  private static final Pattern WANTS =
      Pattern.compile(
          "\\b(need|ned|order|buy|purchase|require|request|want|get|send|pls|please)",
          Pattern.CASE_INSENSITIVE);

  private final Analyst analyst;
  private final PurchaseRequests requests;
  private final ConversationSubjects subjects;
  private final Projects projects;
  private final People people;
  private final DraftStore drafts;
  private final Clock clock;

  PurchaseConversation(
      Analyst analyst,
      PurchaseRequests requests,
      ConversationSubjects subjects,
      Projects projects,
      People people,
      DraftStore drafts,
      Clock clock) {
    this.analyst = analyst;
    this.requests = requests;
    this.subjects = subjects;
    this.projects = projects;
    this.people = people;
    this.drafts = drafts;
    this.clock = clock;
  }

  @Override
  public String help() {
    return Texts.of("help");
  }

  @Override
  public Optional<Turn> consider(Channel channel, String address, String text) {
    if (CANCEL.matcher(text).matches()) {
      return Optional.of(cancel(channel, address));
    }
    return StatusAnswer.to(text, requests).or(() -> request(channel, address, text));
  }

  private Turn cancel(Channel channel, String address) {
    var open = drafts.find(channel, address).isPresent();
    return new Saying(
        () -> {
          drafts.drop(channel, address);
          return Texts.of(open ? "dropped" : "nothingOpen");
        });
  }

  private Optional<Turn> request(Channel channel, String address, String text) {
    var draft = drafts.find(channel, address).orElse(RequestDraft.EMPTY);
    var context = context(draft.asked());
    if (draft != RequestDraft.EMPTY && YES.matcher(text).matches()) {
      return Optional.of(turn(channel, address, draft.confirmed(), context));
    }
    if (draft != RequestDraft.EMPTY && NO.matcher(text).matches()) {
      return Optional.of(turn(channel, address, draft.without(draft.doubted()), context));
    }
    var heard = analyst.understand(text, context);
    if (isNew(draft, heard, text)) {
      var fresh = context(Set.of());
      var again = draft.asked().isEmpty() ? heard : analyst.understand(text, fresh);
      return Optional.of(turn(channel, address, RequestDraft.EMPTY.merge(again, text), fresh));
    }
    if (draft == RequestDraft.EMPTY) {
      return Optional.empty();
    }
    return Optional.of(
        isEmpty(heard, context)
            ? new Saying(() -> Texts.of("notHeard", new DraftWords(draft, context).question()))
            : turn(channel, address, draft.merge(heard, text), context));
  }

  private Turn turn(Channel channel, String address, RequestDraft draft, Context context) {
    return new RequestTurn(drafts, requests, subjects, channel, address, draft, context);
  }

  private Context context(Set<Field> asked) {
    var tenant = people.tenant();
    var today = LocalDate.ofInstant(clock.instant(), tenant.zone());
    return new Context(projects.mine(), today, tenant.currency(), Locale.ENGLISH, asked);
  }

  /** A text that asks for something, other than the answer to what was asked. */
  private static boolean isNew(RequestDraft draft, UnderstoodRequest heard, String text) {
    if (heard.item() == null || draft.asked().contains(Field.ITEM)) {
      return false;
    }
    var parts = parts(heard);
    if (draft != RequestDraft.EMPTY) {
      return draft.item() == null || heard.quantity() != null && parts >= 3;
    }
    var counted = heard.quantity() != null && heard.quantity().confidence() >= 0.9;
    return parts >= 3 || counted || parts == 2 && WANTS.matcher(text).find();
  }

  private static int parts(UnderstoodRequest heard) {
    var parts = heard.item() == null ? 0 : 1;
    parts += heard.quantity() == null ? 0 : 1;
    parts += heard.amount() == null ? 0 : 1;
    parts += heard.neededBy() == null ? 0 : 1;
    return parts + (heard.project() == null || heard.project().evidence().isEmpty() ? 0 : 1);
  }

  private static boolean isEmpty(UnderstoodRequest heard, Context context) {
    return parts(heard) == 0 && heard.category() == null && heard.unit() == null;
  }

  private static Pattern word(String words) {
    return Pattern.compile("\\s*(?:" + words + ")[\\s.!]*", Pattern.CASE_INSENSITIVE);
  }

  /** An answer that needs no rule. */
  private record Saying(Supplier<String> answer) implements Turn {
    @Override
    public String act() {
      return answer.get();
    }

    @Override
    public String refused(Refusal refusal) {
      throw refusal;
    }
  }
}
