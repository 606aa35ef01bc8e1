package io.plumbline.messaging.ui;

import com.vaadin.flow.router.QueryParameters;
import io.plumbline.messaging.ConversationFilter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which conversations are listed and which one is open, as it stands in the address bar. */
record ConversationsAddress(Show show, String words, @Nullable UUID open) {
  static final ConversationsAddress START = new ConversationsAddress(Show.PEOPLE, "", null);

  /** What the list holds. */
  enum Show {
    PEOPLE,
    UNREAD,
    STRANGERS;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static ConversationsAddress of(QueryParameters parameters) {
    var show = parameters.getSingleParameter("show").orElse("");
    return new ConversationsAddress(
        Arrays.stream(Show.values())
            .filter(each -> each.key().equals(show))
            .findFirst()
            .orElse(Show.PEOPLE),
        parameters.getSingleParameter("q").map(ConversationsAddress::cut).orElse(""),
        parameters.getSingleParameter("with").map(ConversationsAddress::uuid).orElse(null));
  }

  QueryParameters toParameters() {
    var given = new LinkedHashMap<String, String>();
    if (show != Show.PEOPLE) {
      given.put("show", show.key());
    }
    if (!words.isBlank()) {
      given.put("q", words);
    }
    if (open != null) {
      given.put("with", open.toString());
    }
    return QueryParameters.simple(given);
  }

  ConversationFilter filter() {
    return new ConversationFilter(words, show == Show.UNREAD, show == Show.STRANGERS);
  }

  ConversationsAddress withOpen(@Nullable UUID conversation) {
    return new ConversationsAddress(show, words, conversation);
  }

  ConversationsAddress showing(Show other) {
    return new ConversationsAddress(other, words, open);
  }

  ConversationsAddress searching(String other) {
    return new ConversationsAddress(show, other, open);
  }

  private static String cut(String words) {
    return words.substring(0, Math.min(words.length(), ConversationFilter.LONGEST_WORDS));
  }

  private static @Nullable UUID uuid(String typed) {
    try {
      return UUID.fromString(typed);
    } catch (IllegalArgumentException e) {
      return null; // anything unreadable in an address counts as not given
    }
  }
}
