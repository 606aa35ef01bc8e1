package io.plumbline.procurement;

import io.plumbline.inbox.TaskRow;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who is asked after a level, from the levels the process works through. */
@Component
class NextLevel {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  NextLevel(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** In words, "finance director"; empty after the last level. */
  Optional<String> after(TaskRow task, Map<String, Object> variables) {
    return variables.get("levelRank") instanceof Number rank
        ? group(task.processInstanceKey(), rank.intValue())
        : Optional.empty();
  }

  /** Ranks count from 1, so that the rank of a level is the place of the next. */
  private Optional<String> group(long instance, int rank) {
    return jdbc.sql(
            """
            select value from engine.variable
             where process_instance_key = :instance and name = 'levels'
             order by pos desc limit 1
            """)
        .param("instance", instance)
        .query(String.class)
        .optional()
        .map(json::readTree)
        .map(levels -> levels.path(rank).path("group"))
        .filter(JsonNode::isString)
        .map(group -> group.stringValue().replace('-', ' '));
  }
}
