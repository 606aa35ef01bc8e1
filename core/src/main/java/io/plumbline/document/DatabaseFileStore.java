package io.plumbline.document;

import io.plumbline.shared.Ids;
import io.plumbline.shared.Timestamps;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.support.SqlBinaryValue;
import org.springframework.stereotype.Component;

/** Files as rows: they commit and roll back with the business data they belong to. */
@Component
class DatabaseFileStore implements FileStore {
  private static final int PIECE = 512 * 1024;

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
    return insert(name, contentType, content);
  }

  @Override
  public FileId save(CheckedFile file) {
    try (var content = file.open()) {
      return insert(
          file.name(), file.type().contentType(), new SqlBinaryValue(content, file.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  @Override
  public void copy(FileId id, OutputStream to) {
    try {
      var from = 1;
      for (var piece = piece(id, from); piece.length > 0; piece = piece(id, from)) {
        to.write(piece);
        from += piece.length;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void delete(FileId id) {
    jdbc.sql("delete from app.stored_file where id = :id").param("id", id.value()).update();
  }

  private byte[] piece(FileId id, int from) {
    return jdbc.sql(
            "select substring(content from :from for :count) from app.stored_file where id = :id")
        .param("from", from)
        .param("count", PIECE)
        .param("id", id.value())
        .query((row, at) -> row.getBytes(1))
        .optional()
        .orElseGet(() -> new byte[0]);
  }

  private FileId insert(String name, String contentType, Object content) {
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
}
