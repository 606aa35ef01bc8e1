package io.plumbline.operations;

import io.plumbline.shared.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Models and what happened on them. */
@Component
class DiagramReads {
  private final JdbcClient jdbc;

  DiagramReads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<ProcessDiagram> ofInstance(long processInstanceKey) {
    return jdbc.sql(
            """
            select process.xml
              from engine.process_instance i
              join engine.process process on process.key = i.process_key
             where i.key = :key
            """)
        .param("key", processInstanceKey)
        .query(String.class)
        .optional()
        .map(xml -> new ProcessDiagram(xml, elements(processInstanceKey)));
  }

  /** One row per element: its latest visit, an active one before an ended one. */
  private List<ProcessDiagram.Element> elements(long processInstanceKey) {
    return jdbc.sql(
            """
            select distinct on (e.element_id)
                   e.element_id, e.state, count(*) over one_element as visits, e.started_at, e.ended_at,
                   exists (select from engine.incident n
                            where n.process_instance_key = :key and n.state = 'OPEN'
                              and n.element_id = e.element_id) as incident,
                   (select min(timer.due_at) from engine.timer timer
                     where timer.process_instance_key = :key and timer.state = 'CREATED'
                       and timer.element_instance_key = e.key) as waiting_until
              from engine.element_instance e
             where e.process_instance_key = :key and e.element_type <> 'PROCESS'
            window one_element as (partition by e.element_id)
             order by e.element_id, (e.state = 'ACTIVE') desc, e.started_at desc, e.key desc
            """)
        .param("key", processInstanceKey)
        .query(DiagramReads::element)
        .list();
  }

  private static ProcessDiagram.Element element(ResultSet rs, int number) throws SQLException {
    return new ProcessDiagram.Element(
        rs.getString("element_id"),
        rs.getString("state"),
        rs.getInt("visits"),
        Timestamps.get(rs, "started_at"),
        Timestamps.find(rs, "ended_at"),
        rs.getBoolean("incident"),
        Timestamps.find(rs, "waiting_until"));
  }
}
