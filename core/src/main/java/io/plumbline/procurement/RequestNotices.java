package io.plumbline.procurement;

import io.plumbline.identity.People;
import io.plumbline.identity.Person;
import io.plumbline.identity.UserId;
import io.plumbline.messaging.Notice;
import io.plumbline.messaging.Notice.About;
import io.plumbline.messaging.NoticeKind;
import io.plumbline.messaging.Notices;
import io.plumbline.project.ProjectRow;
import io.plumbline.project.Projects;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells people what happened to a request, each thing once. */
@Component
class RequestNotices {
  private static final String BUNDLE = "io.plumbline.procurement.notices";

  private final Notices notices;
  private final People people;
  private final Projects projects;

  RequestNotices(Notices notices, People people, Projects projects) {
    this.notices = notices;
    this.people = people;
    this.projects = projects;
  }

  void tellRequester(PurchaseRequest request, String once, String text, Object... args) {
    tell(request, request.requester(), NoticeKindsOfRequests.NEWS, false, once, text, args);
  }

  /** Tells the maker of a decision that it does not count. */
  void tellVoid(PurchaseRequest request, UserId by, String once, String reason) {
    tell(request, by, NoticeKindsOfRequests.VOID, false, once, "void", reason);
  }

  /** Tells somebody that a comment names them. */
  void tellMentioned(
      PurchaseRequest request, UserId person, String once, String author, String excerpt) {
    tell(request, person, NoticeKindsOfRequests.MENTION, false, once, "mention", author, excerpt);
  }

  /** Tells everyone in this group but these. */
  void tellGroup(
      PurchaseRequest request,
      String group,
      Set<UserId> except,
      boolean urgent,
      String once,
      String text) {
    people.inGroup(group).stream()
        .map(Person::id)
        .filter(person -> !except.contains(person))
        .forEach(person -> tell(request, person, NoticeKindsOfRequests.DUE, urgent, once, text));
  }

  private void tell(
      PurchaseRequest request,
      UserId person,
      NoticeKind kind,
      boolean urgent,
      String once,
      String text,
      Object... args) {
    var values = new Object[4 + args.length];
    values[0] = request.number();
    values[1] = request.wanted().title();
    values[2] = request.wanted().amount().text();
    values[3] = projects.find(request.wanted().project()).map(ProjectRow::name).orElseThrow();
    System.arraycopy(args, 0, values, 4, args.length);
    notices.tell(
        new Notice(
            request.id() + "/" + once + "/" + person,
            person,
            kind,
            sentence(text + ".subject", values),
            sentence(text + ".body", values),
            About.number(request.number()),
            urgent));
  }

  private static String sentence(String key, Object[] values) {
    var pattern = ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH).getString(key);
    return new MessageFormat(pattern, Locale.ENGLISH).format(values);
  }
}
