package io.plumbline.approval;

import io.plumbline.messaging.Conversation.Turn;
import io.plumbline.shared.Refusal;

/** The answer to a code that came by mail; it is neither used nor counted as a guess. */
record NotByMail(CodeReading reading) implements Turn {
  @Override
  public String act() {
    return reading.notByMail();
  }

  @Override
  public String refused(Refusal refusal) {
    throw refusal;
  }
}
