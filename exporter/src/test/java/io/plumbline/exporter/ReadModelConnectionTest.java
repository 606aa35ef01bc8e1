package io.plumbline.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plumbline.database.EmbeddedDatabase;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Messages of errors end up in the broker's log and in engine.export_failure. */
class ReadModelConnectionTest {
  @Test
  void shouldNotQuoteRowsInErrors() throws SQLException {
    var model = ReadModel.empty();
    try (var connection = ReadModelConnection.open(settings(model.database()));
        var statement = connection.createStatement()) {
      var insert =
          """
          insert into engine.process (key, bpmn_process_id, version, resource_name, xml, deployed_at, epoch, pos)
          values (1, null, 1, 'secret-name', '', now(), 1, 1)
          """;
      var refused = catchThrowableOfType(SQLException.class, () -> statement.execute(insert));

      assertThat(refused.getMessage()).contains("not-null").doesNotContain("secret-name");
    }
  }

  private static ExporterSettings settings(EmbeddedDatabase database) {
    return ExporterSettings.from(Map.of("url", database.url(), "user", "plumbline_exporter"));
  }
}
