package io.plumbline.approval;

import io.plumbline.identity.Caller;
import io.plumbline.identity.Channel;
import io.plumbline.inbox.TaskRow;
import org.springframework.stereotype.Component;

/** Puts a task to a person: what they read on which channel. */
@Component
class Asking {
  private final AnswerableKinds kinds;
  private final ApprovalLimits limits;
  private final Offers offers;
  private final OfferWords words;

  Asking(AnswerableKinds kinds, ApprovalLimits limits, Offers offers, OfferWords words) {
    this.kinds = kinds;
    this.limits = limits;
    this.offers = offers;
    this.words = words;
  }

  /** With a code on the phone, with a link by mail, and without either above the firm's limit. */
  String text(TaskRow task, Caller person, Channel channel) {
    var question = words.asked(kind(task).question(task), task);
    if (!limits.allow(question.amount())) {
      return words.signIn(question, task.key());
    }
    var offer = offers.make(task, question, person);
    return channel == Channel.EMAIL
        ? words.linked(offer, question)
        : words.coded(offer, question, offers.code(offer));
  }

  String subject(TaskRow task) {
    return kind(task).question(task).subject();
  }

  private AnswerableKind kind(TaskRow task) {
    return kinds
        .find(task.formKey())
        .orElseThrow(() -> new IllegalStateException("No answerable kind " + task.formKey()));
  }
}
