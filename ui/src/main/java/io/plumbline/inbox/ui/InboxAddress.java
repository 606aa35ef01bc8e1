package io.plumbline.inbox.ui;

import com.vaadin.flow.router.QueryParameters;
import io.plumbline.inbox.InboxQuery;
import io.plumbline.inbox.InboxQuery.Sort;
import io.plumbline.inbox.InboxQuery.View;
import io.plumbline.inbox.QueryFields;
import io.plumbline.inbox.TaskFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the inbox shows, as it stands in the address bar: a view, filter and task that can be sent
 * to a colleague. Anything unreadable in an address counts as not given.
 *
 * @param saved the saved filter this is, as long as nothing was changed
 */
record InboxAddress(InboxQuery query, @Nullable UUID saved, @Nullable Long task) {

  static final InboxAddress START = new InboxAddress(InboxQuery.first(), null, null);

  static InboxAddress of(QueryParameters parameters) {
    var texts = new LinkedHashMap<String, String>();
    parameters.getParameters().forEach((name, values) -> texts.put(name, values.getFirst()));
    var task = texts.remove("task");
    var saved = texts.remove("filter");
    return new InboxAddress(
        saved == null ? QueryFields.read(texts).query() : InboxQuery.first(),
        saved == null ? null : uuid(saved),
        task == null ? null : key(task));
  }

  QueryParameters toParameters() {
    Map<String, String> texts =
        saved == null
            ? new LinkedHashMap<>(QueryFields.write(query))
            : new LinkedHashMap<>(Map.of("filter", saved.toString()));
    if (task != null) {
      texts.put("task", task.toString());
    }
    return QueryParameters.simple(texts);
  }

  InboxQuery query(int offset, int limit) {
    return query.page(offset, limit);
  }

  View view() {
    return query.view();
  }

  TaskFilter filter() {
    return query.filter();
  }

  /** The same list, whichever task is open. */
  InboxAddress list() {
    return withTask(null);
  }

  InboxAddress withTask(@Nullable Long other) {
    return new InboxAddress(query, saved, other);
  }

  /** What a saved filter asks for, in its place. */
  InboxAddress meaning(InboxQuery what) {
    return new InboxAddress(what, saved, task);
  }

  /** Another view under the same conditions. */
  InboxAddress withView(View other, TaskFilter.Due due) {
    var plain = query.filter().due(due);
    return new InboxAddress(
        InboxQuery.of(other, plain).sortedBy(query.sorts().toArray(Sort[]::new)), null, null);
  }

  InboxAddress withFilter(TaskFilter other) {
    return new InboxAddress(
        InboxQuery.of(query.view(), other).sortedBy(query.sorts().toArray(Sort[]::new)),
        null,
        null);
  }

  InboxAddress withSorts(List<Sort> other) {
    return new InboxAddress(query.sortedBy(other.toArray(Sort[]::new)), null, task);
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
