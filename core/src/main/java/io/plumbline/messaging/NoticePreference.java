package io.plumbline.messaging;

import io.plumbline.identity.Channel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a person wants to hear of a kind of notice.
 *
 * @param kind id of a {@link NoticeKind}
 * @param channels in this order; empty for the application only, null for as usual
 * @param passesQuiet told in quiet hours too
 */
public record NoticePreference(String kind, @Nullable List<Channel> channels, boolean passesQuiet) {
  public NoticePreference {
    channels = channels == null ? null : List.copyOf(channels);
  }

  static NoticePreference usual(String kind) {
    return new NoticePreference(kind, null, false);
  }

  boolean isUsual() {
    return channels == null && !passesQuiet;
  }
}
