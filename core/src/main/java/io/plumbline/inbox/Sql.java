package io.plumbline.inbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** SQL and the values of its named parameters. */
record Sql(String text, Map<String, @Nullable Object> values) {
  private static final Pattern NAME = Pattern.compile("(?<![:\\w]):([a-zA-Z]+)");

  /** Several selects of the same columns as one; {@code at} says of which, and orders the rows. */
  static Sql together(List<Sql> selects) {
    var values = new HashMap<String, @Nullable Object>();
    var text =
        IntStream.range(0, selects.size())
            .mapToObj(at -> selects.get(at).numbered(at, values))
            .collect(Collectors.joining(" union all "));
    return new Sql(text + " order by at", values);
  }

  StatementSpec on(JdbcClient jdbc) {
    return jdbc.sql(text).params(values);
  }

  private String numbered(int at, Map<String, @Nullable Object> all) {
    values.forEach((name, value) -> all.put(name + at, value));
    return "select %d as at, one.* from (%s) one"
        .formatted(at, NAME.matcher(text).replaceAll(":$1" + at));
  }
}
