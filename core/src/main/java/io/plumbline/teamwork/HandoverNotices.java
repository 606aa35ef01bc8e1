package io.plumbline.teamwork;

import io.plumbline.identity.People;
import io.plumbline.identity.Person;
import io.plumbline.identity.UserId;
import io.plumbline.inbox.TaskHandedOver;
import io.plumbline.messaging.Notice;
import io.plumbline.messaging.Notice.About;
import io.plumbline.messaging.Notices;
import io.plumbline.shared.Ids;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever gets a task from a colleague learns of it, from whom and why. */
@Component
class HandoverNotices {
  private static final String BUNDLE = "io.plumbline.teamwork.notices";

  private final Notices notices;
  private final People people;
  private final Ids ids;

  HandoverNotices(Notices notices, People people, Ids ids) {
    this.notices = notices;
    this.people = people;
    this.ids = ids;
  }

  @EventListener
  void on(TaskHandedOver event) {
    if (event.to().equals(event.by().user())) {
      return;
    }
    var key = event.kind().name();
    notices.tell(
        new Notice(
            "task/%d/%s/%s".formatted(event.task().key(), key, ids.next()),
            event.to(),
            NoticeKindsOfTeamwork.HANDOVER,
            sentence(key + ".subject", event),
            sentence(key + (event.note().isEmpty() ? ".body" : ".bodyWithNote"), event),
            About.task(event.task().key(), event.task().businessKey())));
  }

  private String sentence(String key, TaskHandedOver event) {
    var pattern = ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH).getString(key);
    var number = event.task().businessKey();
    return new MessageFormat(pattern, Locale.ENGLISH)
        .format(
            new Object[] {
              actor(event), event.task().title(), number == null ? "" : number, event.note()
            });
  }

  /** "B for A" where B acted for A. */
  private String actor(TaskHandedOver event) {
    var absent = event.by().actingFor();
    return absent == null
        ? event.by().name()
        : new MessageFormat(
                ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH).getString("for"), Locale.ENGLISH)
            .format(new Object[] {event.by().name(), name(absent)});
  }

  private String name(UserId person) {
    return people.find(person).map(Person::name).orElse("");
  }
}
