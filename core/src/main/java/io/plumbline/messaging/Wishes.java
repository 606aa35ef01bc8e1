package io.plumbline.messaging;

import io.plumbline.identity.Channel;
import io.plumbline.identity.UserId;
import io.plumbline.messaging.NoticeKind.Usual;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a person wants, from their preference and what is usual for the kind. */
@Component
class Wishes {
  private final NoticePreferenceRepository preferences;
  private final NoticeKinds kinds;
  private final Reach reach;

  Wishes(NoticePreferenceRepository preferences, NoticeKinds kinds, Reach reach) {
    this.preferences = preferences;
    this.kinds = kinds;
    this.reach = reach;
  }

  /** With the channels in the person's order. */
  Wish of(UserId user, NoticeKind kind) {
    return ordered(user, inAnyOrder(user, kind));
  }

  /** The same with the channels in the person's order. */
  Wish ordered(UserId user, Wish wish) {
    return wish.chosen() || wish.channels().isEmpty()
        ? wish
        : new Wish(wish.told(), reach.usualOrder(user), false, wish.passesQuiet());
  }

  /** The same for a notice that was kept: its kind may be gone since, which is as usual. */
  Wish of(UserId user, String kind) {
    return of(user, known(kind));
  }

  /** Cheaper, where the order does not matter. */
  Wish inAnyOrder(UserId user, NoticeKind kind) {
    var preference =
        preferences.of(user, kind.id()).orElseGet(() -> NoticePreference.usual(kind.id()));
    var chosen = preference.channels();
    if (chosen != null) {
      return new Wish(true, chosen, true, preference.passesQuiet());
    }
    var channels = kind.usual() == Usual.CHANNELS ? NoticePreferences.CHANNELS : List.<Channel>of();
    return new Wish(kind.usual() != Usual.NOTHING, channels, false, preference.passesQuiet());
  }

  Wish inAnyOrder(UserId user, String kind) {
    return inAnyOrder(user, known(kind));
  }

  private NoticeKind known(String kind) {
    return kinds.find(kind).orElseGet(() -> new NoticeKind(kind, Usual.CHANNELS));
  }

  /**
   * What a person wants.
   *
   * @param told at all
   * @param channels outside the application, in this order
   * @param chosen by the person; else as is usual
   */
  record Wish(boolean told, List<Channel> channels, boolean chosen, boolean passesQuiet) {
    /** The place in the order, from 1; 0 for a channel that is switched off. */
    int place(Channel channel) {
      return channels.indexOf(channel) + 1;
    }
  }
}
