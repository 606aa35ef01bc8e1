package io.plumbline.teamwork;

import io.plumbline.identity.UserId;
import io.plumbline.inbox.Substitution;
import io.plumbline.inbox.SubstitutionChanged;
import io.plumbline.messaging.Notice;
import io.plumbline.messaging.Notice.About;
import io.plumbline.messaging.Notices;
import java.text.MessageFormat;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever did not do it learns of it: asked, agreed, declined, set by an admin, over. */
@Component
class SubstitutionNotices {
  private static final String BUNDLE = "io.plumbline.teamwork.notices";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);

  private final Notices notices;

  SubstitutionNotices(Notices notices) {
    this.notices = notices;
  }

  @EventListener
  void on(SubstitutionChanged event) {
    var told = event.substitution();
    Stream.of(told.absent(), told.substitute())
        .filter(person -> !person.equals(event.by()))
        .forEach(person -> tell(person, told, event.by()));
  }

  private void tell(UserId person, Substitution told, UserId by) {
    var key = key(person, told, by);
    notices.tell(
        new Notice(
            "substitution/%s/%s/%s".formatted(told.id(), told.state(), person),
            person,
            NoticeKindsOfTeamwork.SUBSTITUTION,
            sentence(key + ".subject", told),
            sentence(key + ".body", told),
            About.NOTHING));
  }

  private static String key(UserId person, Substitution told, UserId by) {
    var toSubstitute = person.equals(told.substitute());
    return switch (told.state()) {
      case PROPOSED -> "asked";
      case ACCEPTED ->
          by.equals(told.substitute()) ? "accepted" : toSubstitute ? "setForYou" : "setForAbsent";
      case DECLINED -> "declined";
      case ENDED -> toSubstitute ? "endedForSubstitute" : "endedForAbsent";
    };
  }

  private static String sentence(String key, Substitution told) {
    var pattern = ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH).getString(key);
    return new MessageFormat(pattern, Locale.ENGLISH)
        .format(
            new Object[] {
              told.absentName(),
              told.substituteName(),
              DAY.format(told.from()),
              DAY.format(told.until())
            });
  }
}
