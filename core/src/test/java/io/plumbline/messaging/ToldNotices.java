package io.plumbline.messaging;

import io.plumbline.identity.UserId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people of the current tenant were told. */
public class ToldNotices {
  private final JdbcClient jdbc;

  ToldNotices(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Texts in the order they were told. */
  public List<String> to(UserId person) {
    return jdbc.sql(
            "select body from app.notification where user_id = :user order by created_at, id")
        .param("user", person.value())
        .query(String.class)
        .list();
  }
}
