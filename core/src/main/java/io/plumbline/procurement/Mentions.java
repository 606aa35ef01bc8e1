package io.plumbline.procurement;

import io.plumbline.identity.People;
import io.plumbline.identity.Person;
import io.plumbline.identity.UserId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Naming colleagues in comments: only those who may see the request can be named. */
@Component
class Mentions {
  private static final int MOST_OFFERED = 50;
  private static final int LONGEST_EXCERPT = 300;

  private final JdbcClient jdbc;
  private final People people;
  private final RequestNotices notices;
  private final RequestSignals signals;

  Mentions(JdbcClient jdbc, People people, RequestNotices notices, RequestSignals signals) {
    this.jdbc = jdbc;
    this.people = people;
    this.notices = notices;
    this.signals = signals;
  }

  /** Colleagues whose name contains what was typed, by name. */
  List<Person> offer(PurchaseRequest request, String typed) {
    var word = typed.strip().split("\\s+", 2)[0];
    return people.named(word, RequestAccess.SEE_ALL, request.requester(), MOST_OFFERED);
  }

  /** Keeps whom the comment names and tells them, except its author; open pages show it. */
  void keep(PurchaseRequest request, UUID comment, Person author, String body, Set<UserId> picked) {
    signals.changed();
    if (body.indexOf('@') < 0) {
      return;
    }
    var colleagues =
        people.named("", RequestAccess.SEE_ALL, request.requester(), Integer.MAX_VALUE);
    for (var named : new MentionedNames(colleagues, picked).in(body)) {
      jdbc.sql(
              "insert into app.purchase_comment_mention (comment_id, person_id) values (:comment,"
                  + " :person)")
          .param("comment", comment)
          .param("person", named.value())
          .update();
      if (!named.equals(author.id())) {
        notices.tellMentioned(request, named, "mention/" + comment, author.name(), excerpt(body));
      }
    }
  }

  private static String excerpt(String body) {
    return body.length() <= LONGEST_EXCERPT ? body : body.substring(0, LONGEST_EXCERPT) + "…";
  }
}
