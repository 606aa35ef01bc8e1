package io.plumbline.approval;

import io.plumbline.approval.AnswerableKind.Choice;
import io.plumbline.approval.AnswerableKind.Question;
import io.plumbline.identity.People;
import io.plumbline.inbox.TaskRow;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How offers read in messages, in the firm's time zone. */
@Component
class OfferWords {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

  private final AnswerableKinds kinds;
  private final People people;
  private final URI publicUrl;

  OfferWords(
      AnswerableKinds kinds,
      People people,
      @Value("${plumbline.public-url:http://localhost:8080}") URI publicUrl) {
    this.kinds = kinds;
    this.people = people;
    this.publicUrl = publicUrl;
  }

  /** The question as it is put to somebody who would act for a colleague. */
  Question asked(Question question, TaskRow seen) {
    var absent = seen.holding().actingFor();
    return absent == null
        ? question
        : new Question(
            question.subject(),
            Sentences.of("for", absent.name(), question.text()),
            question.revision(),
            question.amount());
  }

  /** By phone: the question and how to answer it. */
  String coded(Offer offer, Question question) {
    var code = CodeText.code(offer.id());
    var ways =
        kinds.of(offer).choices().stream()
            .map(choice -> way(choice, code))
            .collect(Collectors.joining(", "));
    return Sentences.of("coded", question.text(), ways, time(offer.expiresAt()));
  }

  /** By mail: the question and where to answer it. */
  String linked(Offer offer, Question question) {
    return Sentences.of(
        "linked",
        question.text(),
        publicUrl + "/decide/" + LinkText.place(offer.id()),
        time(offer.expiresAt()),
        taskLink(offer.task().key()));
  }

  /** What may not be decided without signing in. */
  String signIn(Question question, long task) {
    return Sentences.of("signIn", question.text(), taskLink(task));
  }

  /** By mail to an address that nobody has proven to be the person's. */
  String unconfirmed(Question question, long task) {
    return Sentences.of("unconfirmed", question.text(), taskLink(task), publicUrl + "/addresses");
  }

  String taskLink(Offer offer) {
    return taskLink(offer.task().key());
  }

  String inboxLink() {
    return publicUrl + "/inbox";
  }

  /** What was answered, as its button says it. */
  String label(Offer offer) {
    return kinds
        .choice(offer, String.valueOf(offer.outcome()))
        .map(Choice::label)
        .orElse(String.valueOf(offer.outcome()));
  }

  String time(Instant at) {
    return WHEN.format(at.atZone(people.tenant().zone()));
  }

  private String taskLink(long task) {
    return inboxLink() + "?task=" + task;
  }

  private static String way(Choice choice, String code) {
    var key = choice.reasoned() ? "way.reasoned" : "way";
    return Sentences.of(key, choice.word().name(), code, choice.purpose());
  }
}
