package io.plumbline.procurement.dialogue;

import io.plumbline.identity.Channel;
import io.plumbline.messaging.Analyst.Context;
import io.plumbline.messaging.Conversation.Turn;
import io.plumbline.messaging.ConversationSubjects;
import io.plumbline.procurement.PurchaseRequests;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.Refusal;
import java.util.Set;

/** Files the request when the draft is complete, else keeps it and asks for what is missing. */
final class RequestTurn implements Turn {
  private final DraftStore drafts;
  private final PurchaseRequests requests;
  private final ConversationSubjects subjects;
  private final Channel channel;
  private final String address;
  private final RequestDraft draft;
  private final Context context;

  RequestTurn(
      DraftStore drafts,
      PurchaseRequests requests,
      ConversationSubjects subjects,
      Channel channel,
      String address,
      RequestDraft draft,
      Context context) {
    this.drafts = drafts;
    this.requests = requests;
    this.subjects = subjects;
    this.channel = channel;
    this.address = address;
    this.draft = draft;
    this.context = context;
  }

  @Override
  public String act() {
    requests.requireMayFile();
    if (!draft.open().isEmpty()) {
      return ask(draft);
    }
    var filed = requests.submit(Filing.request(draft, context.currency()));
    subjects.began(
        filed.id().value(), channel, address, drafts.begun(channel, address).orElse(null));
    drafts.drop(channel, address);
    return Texts.of("filed", filed.number(), new DraftWords(draft, context).summary());
  }

  /** What is wrong is asked again; what is right stays. */
  @Override
  public String refused(Refusal refusal) {
    var sentences = String.valueOf(refusal.getMessage());
    if (!(refusal instanceof InvalidInput)) {
      drafts.drop(channel, address);
      return sentences;
    }
    var rest = draft.without(Filing.fields(refusal.problems()));
    return Texts.of("refused", sentences, ask(rest));
  }

  private String ask(RequestDraft open) {
    drafts.save(channel, address, open.asking(Set.copyOf(open.open())));
    return new DraftWords(open, context).answer();
  }
}
