package io.plumbline.operations;

import io.plumbline.shared.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the exporter has come. */
@Component
class ReadModelStates {
  private final JdbcClient jdbc;

  ReadModelStates(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  ReadModelState current() {
    return jdbc.sql(
            """
            select newest.record_at, newest.committed_at,
                   coalesce((select max(epoch) from engine.epoch), 1) as epoch,
                   (select count(*) from engine.export_failure) as failures,
                   (select coalesce(bool_or(reason like '%read model lost%'), false) from engine.epoch) as incomplete,
                   (select count(*) from engine.lost_instance) as lost
              from (values (1)) as always(one)
              left join (select record_at, committed_at from engine.exporter_position
                          order by record_at desc limit 1) newest on true
            """)
        .query(ReadModelStates::state)
        .single();
  }

  private static ReadModelState state(ResultSet rs, int number) throws SQLException {
    var recordAt = Timestamps.find(rs, "record_at");
    var committedAt = Timestamps.find(rs, "committed_at");
    return new ReadModelState(
        recordAt,
        recordAt == null || committedAt == null ? null : Duration.between(recordAt, committedAt),
        rs.getInt("epoch"),
        rs.getLong("failures"),
        rs.getBoolean("incomplete"),
        rs.getLong("lost"));
  }
}
