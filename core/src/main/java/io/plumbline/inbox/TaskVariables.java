package io.plumbline.inbox;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Variables local to a task, as JSON values. */
@Component
class TaskVariables {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  TaskVariables(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  Map<String, Object> of(Task task) {
    var variables = new LinkedHashMap<String, Object>();
    jdbc.sql("select name, value from engine.variable where scope_key = :scope order by name")
        .param("scope", task.elementInstanceKey())
        .query(
            rs -> {
              var value = json.readValue(rs.getString("value"), Object.class);
              if (value != null) {
                variables.put(rs.getString("name"), value);
              }
            });
    return variables;
  }
}
