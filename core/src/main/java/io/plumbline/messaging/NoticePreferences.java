package io.plumbline.messaging;

import io.plumbline.identity.Callers;
import io.plumbline.identity.Channel;
import io.plumbline.identity.UserId;
import io.plumbline.shared.InvalidInput;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How the signed-in person wants to be told things. */
@Component
public class NoticePreferences {
  /** What a person can be told on outside the application. */
  public static final List<Channel> CHANNELS =
      List.of(Channel.WHATSAPP, Channel.SMS, Channel.EMAIL);

  private final NoticePreferenceRepository preferences;
  private final NoticeKinds kinds;
  private final Reach reach;
  private final Callers callers;
  private final Clock clock;

  NoticePreferences(
      NoticePreferenceRepository preferences,
      NoticeKinds kinds,
      Reach reach,
      Callers callers,
      Clock clock) {
    this.preferences = preferences;
    this.kinds = kinds;
    this.reach = reach;
    this.callers = callers;
    this.clock = clock;
  }

  /** One preference per kind there is, in the order of the kinds. */
  @Transactional(readOnly = true)
  public Choices mine() {
    var chosen = preferences.of(me());
    return new Choices(
        kinds.all().stream()
            .map(
                kind ->
                    chosen.stream()
                        .filter(choice -> choice.kind().equals(kind.id()))
                        .findFirst()
                        .orElseGet(() -> NoticePreference.usual(kind.id())))
            .toList(),
        preferences.quietHours(me()).orElse(null));
  }

  /** Channels on which the person has an address and did not opt out. */
  @Transactional(readOnly = true)
  public Set<Channel> reachable() {
    return Set.copyOf(reach.open(me()));
  }

  /**
   * Replaces all choices.
   *
   * @throws InvalidInput for a kind or channel that does not exist, a channel named twice, or quiet
   *     hours without length
   */
  @Transactional
  public void save(Choices choices) {
    choices.notices().forEach(this::check);
    var quiet = choices.quietHours();
    if (quiet != null && quiet.starts().equals(quiet.ends())) {
      throw new InvalidInput("notice.quietHours.empty", quiet.starts());
    }
    preferences.replace(me(), choices.notices(), clock.instant());
    preferences.setQuietHours(me(), quiet);
  }

  private void check(NoticePreference preference) {
    if (kinds.find(preference.kind()).isEmpty()) {
      throw new InvalidInput("notice.kind.unknown", preference.kind());
    }
    var channels = preference.channels();
    if (channels != null
        && (!CHANNELS.containsAll(channels) || new HashSet<>(channels).size() < channels.size())) {
      throw new InvalidInput("notice.channels.wrong", channels);
    }
  }

  private UserId me() {
    return callers.current().user();
  }

  /** Everything a person chose about notices. */
  public record Choices(List<NoticePreference> notices, @Nullable QuietHours quietHours) {
    public Choices {
      notices = List.copyOf(notices);
    }
  }
}
