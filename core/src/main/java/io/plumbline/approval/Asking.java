package io.plumbline.approval;

import io.plumbline.approval.AnswerableKind.Choice;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Channel;
import io.plumbline.identity.ChannelAddresses;
import io.plumbline.inbox.TaskRow;
import io.plumbline.messaging.MessageTemplate;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts a task to a person: what they read on which channel. */
@Component
class Asking {
  private final AnswerableKinds kinds;
  private final ApprovalLimits limits;
  private final Offers offers;
  private final OfferWords words;
  private final ChannelAddresses addresses;

  Asking(
      AnswerableKinds kinds,
      ApprovalLimits limits,
      Offers offers,
      OfferWords words,
      ChannelAddresses addresses) {
    this.kinds = kinds;
    this.limits = limits;
    this.offers = offers;
    this.words = words;
    this.addresses = addresses;
  }

  /**
   * With a code on the phone, with a link by mail, and without either above the firm's limit; also
   * without a link when nobody has proven yet that the mail address is the person's.
   */
  String text(TaskRow task, Caller person, Channel channel) {
    var question = words.asked(kind(task).question(task), task);
    if (!limits.allow(question.amount())) {
      return words.signIn(question, task.key());
    }
    if (channel == Channel.EMAIL && !hasProvenMail(person)) {
      return words.unconfirmed(question, task.key());
    }
    var offer = offers.make(task, question, person);
    return channel == Channel.EMAIL ? words.linked(offer, question) : words.coded(offer, question);
  }

  /** Then that is where mails go. */
  private boolean hasProvenMail(Caller person) {
    return addresses.provenAddressOf(person.user(), Channel.EMAIL).isPresent();
  }

  /**
   * What the quick replies of a template carry, by the names of its variables: {@code
   * buttonApprove}; none above the limit.
   */
  Map<String, String> buttons(TaskRow task, Caller person) {
    var question = words.asked(kind(task).question(task), task);
    if (!limits.allow(question.amount())) {
      return Map.of();
    }
    var offer = offers.make(task, question, person);
    return kind(task).choices().stream()
        .map(Choice::outcome)
        .collect(
            Collectors.toMap(Asking::variable, outcome -> CodeText.button(offer.id(), outcome)));
  }

  private static String variable(String outcome) {
    return MessageTemplate.BUTTON
        + outcome.substring(0, 1).toUpperCase(Locale.ROOT)
        + outcome.substring(1);
  }

  private AnswerableKind kind(TaskRow task) {
    return kinds
        .find(task.formKey())
        .orElseThrow(() -> new IllegalStateException("No answerable kind " + task.formKey()));
  }
}
