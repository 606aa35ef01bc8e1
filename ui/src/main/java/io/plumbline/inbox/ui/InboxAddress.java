package io.plumbline.inbox.ui;

import com.vaadin.flow.router.QueryParameters;
import io.plumbline.inbox.InboxQuery;
import io.plumbline.inbox.InboxQuery.Sort;
import io.plumbline.inbox.InboxQuery.View;
import io.plumbline.shared.PageRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the inbox shows, as it stands in the address bar: a view, filter and task that can be sent
 * to a colleague. Anything unreadable in an address counts as not given.
 */
record InboxAddress(
    View view,
    boolean overdueOnly,
    @Nullable String processId,
    @Nullable UUID projectId,
    @Nullable String words,
    Sort sort,
    @Nullable Long task) {

  static final InboxAddress START =
      new InboxAddress(View.ALL, false, null, null, null, Sort.DUE, null);
  private static final String OVERDUE = "overdue";

  static InboxAddress of(QueryParameters parameters) {
    var view = parameters.getSingleParameter("view").orElse("");
    return new InboxAddress(
        oneOf(View.class, view, View.ALL),
        OVERDUE.equals(view),
        parameters.getSingleParameter("process").orElse(null),
        parameters.getSingleParameter("project").map(InboxAddress::uuid).orElse(null),
        parameters.getSingleParameter("q").orElse(null),
        oneOf(Sort.class, parameters.getSingleParameter("sort").orElse(""), Sort.DUE),
        parameters.getSingleParameter("task").map(InboxAddress::key).orElse(null));
  }

  QueryParameters toParameters() {
    Map<String, List<String>> given = new LinkedHashMap<>();
    if (overdueOnly) {
      given.put("view", List.of(OVERDUE));
    } else if (view != View.ALL) {
      given.put("view", List.of(lower(view)));
    }
    put(given, "process", processId);
    put(given, "project", projectId);
    put(given, "q", words);
    put(given, "sort", sort == Sort.DUE ? null : lower(sort));
    put(given, "task", task);
    return new QueryParameters(given);
  }

  InboxQuery query(PageRequest page) {
    return new InboxQuery(view, processId, projectId, overdueOnly, words, sort, page);
  }

  /** The same list, whichever task is open. */
  InboxAddress list() {
    return withTask(null);
  }

  InboxAddress withTask(@Nullable Long other) {
    return new InboxAddress(view, overdueOnly, processId, projectId, words, sort, other);
  }

  InboxAddress withView(View other, boolean overdue) {
    return new InboxAddress(other, overdue, processId, projectId, words, sort, null);
  }

  InboxAddress withSort(Sort other) {
    return new InboxAddress(view, overdueOnly, processId, projectId, words, other, task);
  }

  InboxAddress withProcess(@Nullable String other) {
    return new InboxAddress(view, overdueOnly, other, projectId, words, sort, null);
  }

  InboxAddress withProject(@Nullable UUID other) {
    return new InboxAddress(view, overdueOnly, processId, other, words, sort, null);
  }

  InboxAddress withWords(@Nullable String other) {
    return new InboxAddress(view, overdueOnly, processId, projectId, other, sort, null);
  }

  private static void put(Map<String, List<String>> given, String name, @Nullable Object value) {
    if (value != null) {
      given.put(name, List.of(value.toString()));
    }
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> E oneOf(Class<E> type, String text, E otherwise) {
    for (var value : type.getEnumConstants()) {
      if (lower(value).equals(text)) {
        return value;
      }
    }
    return otherwise;
  }

  private static @Nullable UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException unreadable) {
      return null;
    }
  }

  private static @Nullable Long key(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException unreadable) {
      return null;
    }
  }
}
