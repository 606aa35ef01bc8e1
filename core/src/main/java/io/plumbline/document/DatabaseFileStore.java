package io.plumbline.document;

import io.plumbline.shared.Ids;
import io.plumbline.shared.Timestamps;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files as rows: they commit and roll back with the business data they belong to. */
@Component
class DatabaseFileStore implements FileStore {
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;

  DatabaseFileStore(JdbcClient jdbc, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public FileId save(String name, String contentType, byte[] content) {
    var id = new FileId(ids.next());
    jdbc.sql(
            """
            insert into app.stored_file (id, name, content_type, content, created_at)
            values (:id, :name, :type, :content, :now)
            """)
        .param("id", id.value())
        .param("name", name)
        .param("type", contentType)
        .param("content", content)
        .param("now", Timestamps.of(clock.instant()))
        .update();
    return id;
  }

  @Override
  public Optional<StoredFile> find(FileId id) {
    return jdbc.sql("select id, name, content_type, content from app.stored_file where id = :id")
        .param("id", id.value())
        .query(
            (row, at) ->
                new StoredFile(
                    new FileId(row.getObject("id", UUID.class)),
                    row.getString("name"),
                    row.getString("content_type"),
                    row.getBytes("content")))
        .optional();
  }
}
