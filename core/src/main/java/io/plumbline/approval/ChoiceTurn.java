package io.plumbline.approval;

import io.plumbline.approval.Responder.Answer;
import io.plumbline.identity.Caller;
import io.plumbline.messaging.Conversation.Turn;
import io.plumbline.shared.Refusal;

/** An answer whose offer is known: a pressed button, or the reason that was missing. */
final class ChoiceTurn implements Turn {
  private final Responder responder;
  private final Caller caller;
  private final String address;
  private final Answer answer;
  private final String reason;

  ChoiceTurn(Responder responder, Caller caller, String address, Answer answer, String reason) {
    this.responder = responder;
    this.caller = caller;
    this.address = address;
    this.answer = answer;
    this.reason = reason;
  }

  @Override
  public String act() {
    return responder.respond(caller, address, answer.offer(), answer.choice(), reason);
  }

  @Override
  public String refused(Refusal refusal) {
    return responder.refused(answer.offer(), refusal);
  }
}
