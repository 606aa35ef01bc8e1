package io.plumbline.inbox;

import io.plumbline.identity.Caller;
import io.plumbline.identity.UserId;
import io.plumbline.shared.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Saved filters in the database. */
@Component
class SavedFilterRows {
  private static final String VISIBLE =
      """
      select f.id, f.name, f.group_id, f.owner_id, owner.name as owner_name, f.fields
        from app.saved_filter f
        join app.person owner on owner.tenant_id = f.tenant_id and owner.id = f.owner_id
        left join app.saved_filter_place p
          on p.tenant_id = f.tenant_id and p.filter_id = f.id and p.user_id = :me
       where (f.owner_id = :me or f.group_id in (:groups))
      """;
  private static final String NO_GROUP = "";
  private final JdbcClient jdbc;
  private final JsonMapper json;

  SavedFilterRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  List<SavedFilter> visibleTo(Caller caller) {
    return visible(" order by p.place nulls last, f.name, f.id", caller)
        .query((row, number) -> filter(row, caller))
        .list();
  }

  Optional<SavedFilter> find(UUID id, Caller caller) {
    return visible(" and f.id = :id", caller)
        .param("id", id)
        .query((row, number) -> filter(row, caller))
        .optional();
  }

  int countOf(UserId owner) {
    return jdbc.sql("select count(*) from app.saved_filter where owner_id = :owner")
        .param("owner", owner.value())
        .query(Integer.class)
        .single();
  }

  void insert(
      UUID id,
      UserId owner,
      String name,
      @Nullable String group,
      Map<String, String> fields,
      Instant at) {
    jdbc.sql(
            """
            insert into app.saved_filter (id, owner_id, group_id, name, fields, created_at)
            values (:id, :owner, :group, :name, cast(:fields as jsonb), :at)
            """)
        .param("id", id)
        .param("owner", owner.value())
        .param("group", group)
        .param("name", name)
        .param("fields", json.writeValueAsString(fields))
        .param("at", Timestamps.of(at))
        .update();
  }

  void update(UUID id, String name, @Nullable String group) {
    jdbc.sql("update app.saved_filter set name = :name, group_id = :group where id = :id")
        .param("id", id)
        .param("name", name)
        .param("group", group)
        .update();
  }

  void replace(UUID id, Map<String, String> fields) {
    jdbc.sql("update app.saved_filter set fields = cast(:fields as jsonb) where id = :id")
        .param("id", id)
        .param("fields", json.writeValueAsString(fields))
        .update();
  }

  void delete(UUID id) {
    jdbc.sql("delete from app.saved_filter where id = :id").param("id", id).update();
  }

  void place(UserId user, List<UUID> order) {
    jdbc.sql("delete from app.saved_filter_place where user_id = :me")
        .param("me", user.value())
        .update();
    for (var place = 0; place < order.size(); place++) {
      jdbc.sql(
              "insert into app.saved_filter_place (user_id, filter_id, place) values (:me, :id, :place)")
          .param("me", user.value())
          .param("id", order.get(place))
          .param("place", place)
          .update();
    }
  }

  private JdbcClient.StatementSpec visible(String further, Caller caller) {
    var groups = caller.groups().isEmpty() ? List.of(NO_GROUP) : List.copyOf(caller.groups());
    return jdbc.sql(VISIBLE + further).param("me", caller.user().value()).param("groups", groups);
  }

  private SavedFilter filter(ResultSet row, Caller caller) throws SQLException {
    var owner = row.getObject("owner_id", UUID.class);
    return new SavedFilter(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("group_id"),
        owner,
        row.getString("owner_name"),
        owner.equals(caller.user().value()) || caller.administers(),
        fields(row.getString("fields")));
  }

  private Map<String, String> fields(String text) {
    var fields = new LinkedHashMap<String, String>();
    json.readTree(text)
        .properties()
        .forEach(field -> fields.put(field.getKey(), field.getValue().asString()));
    return fields;
  }
}
