package io.plumbline.inbox;

import io.plumbline.inbox.InboxQuery.Sort;
import io.plumbline.inbox.InboxQuery.View;
import io.plumbline.inbox.TaskFilter.Due;
import io.plumbline.shared.InvalidInput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A query as named texts, as it stands in addresses and in saved filters.
 *
 * @param query what could be read
 * @param unfit names that are unknown or whose text cannot be read, as given
 */
public record QueryFields(InboxQuery query, List<String> unfit) {

  /** Reads what it can; nothing makes it fail. */
  public static QueryFields read(Map<String, String> texts) {
    return new Reader(texts).read();
  }

  /** What {@link #read} makes the same query of, the page aside; a plain inbox is empty. */
  public static Map<String, String> write(InboxQuery query) {
    var filter = query.filter();
    var texts = new LinkedHashMap<String, String>();
    put(texts, "view", query.view() == View.ALL ? null : lower(query.view()));
    put(texts, "process", filter.processId());
    put(texts, "project", filter.projectId());
    put(texts, "requester", filter.requesterId());
    put(texts, "due", filter.due() == Due.ANY ? null : lower(filter.due()));
    put(texts, "min", filter.atLeast() == null ? null : filter.atLeast().toPlainString());
    put(texts, "max", filter.atMost() == null ? null : filter.atMost().toPlainString());
    put(texts, "q", filter.words());
    var sorts = query.sorts().stream().map(QueryFields::lower).collect(Collectors.joining(","));
    put(texts, "sort", query.sorts().equals(List.of(Sort.DUE)) ? null : sorts);
    return texts;
  }

  private static void put(Map<String, String> texts, String name, @Nullable Object value) {
    if (value != null) {
      texts.put(name, value.toString());
    }
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static final class Reader {
    private final Map<String, String> texts;
    private final List<String> unfit = new ArrayList<>();

    Reader(Map<String, String> texts) {
      this.texts = new LinkedHashMap<>(texts);
    }

    QueryFields read() {
      if ("overdue".equals(texts.get("view"))) {
        texts.remove("view");
        texts.putIfAbsent("due", "overdue");
      }
      var view = taken("view", text -> oneOf(View.class, text));
      var sorts = taken("sort", Reader::sorts);
      var filter = filter();
      unfit.addAll(texts.keySet());
      var query =
          InboxQuery.of(view == null ? View.ALL : view, filter)
              .sortedBy(sorts == null ? new Sort[0] : sorts.toArray(Sort[]::new));
      return new QueryFields(query, List.copyOf(unfit));
    }

    private TaskFilter filter() {
      var due = taken("due", text -> oneOf(Due.class, text));
      var filter =
          TaskFilter.NONE
              .process(taken("process", Function.identity()))
              .project(taken("project", UUID::fromString))
              .requester(taken("requester", UUID::fromString))
              .due(due == null ? Due.ANY : due);
      var words = taken("q", text -> TaskFilter.NONE.words(text).words());
      var least =
          taken("min", text -> TaskFilter.NONE.amounts(new BigDecimal(text), null).atLeast());
      var most = taken("max", text -> TaskFilter.NONE.amounts(null, new BigDecimal(text)).atMost());
      if (least != null && most != null && least.compareTo(most) > 0) {
        unfit.addAll(List.of("min", "max"));
        return filter.words(words);
      }
      return filter.words(words).amounts(least, most);
    }

    private <T> @Nullable T taken(String name, Function<String, @Nullable T> meaning) {
      var text = texts.remove(name);
      if (text == null || text.isBlank()) {
        return null;
      }
      try {
        return meaning.apply(text.strip());
      } catch (IllegalArgumentException | InvalidInput unreadable) {
        unfit.add(name);
        return null;
      }
    }

    private static List<Sort> sorts(String text) {
      return Stream.of(text.split(",")).map(each -> oneOf(Sort.class, each)).toList();
    }

    private static <E extends Enum<E>> E oneOf(Class<E> type, String text) {
      return Enum.valueOf(type, text.strip().toUpperCase(Locale.ROOT));
    }
  }
}
