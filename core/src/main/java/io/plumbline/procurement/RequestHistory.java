package io.plumbline.procurement;

import io.plumbline.identity.Channel;
import io.plumbline.identity.UserId;
import io.plumbline.shared.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people decided and said, and what happened, oldest first. */
@Component
class RequestHistory {
  private final JdbcClient jdbc;

  RequestHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<PurchaseRequestDetails.Decision> decisions(PurchaseRequestId id) {
    return jdbc.sql(
            """
            select d.*, p.name, absent.name as for_name
              from app.purchase_decision d
              join app.person p on p.tenant_id = d.tenant_id and p.id = d.decided_by
              left join app.person absent
                on absent.tenant_id = d.tenant_id and absent.id = d.acted_for
             where d.request_id = :id order by d.decided_at, d.id
            """)
        .param("id", id.value())
        .query(RequestHistory::decision)
        .list();
  }

  List<PurchaseRequestDetails.Event> timeline(PurchaseRequestId id) {
    return jdbc.sql(
            """
            select e.kind, p.name, absent.name as for_name, e.detail, e.at
              from app.purchase_request_event e
              left join app.person p on p.tenant_id = e.tenant_id and p.id = e.actor_id
              left join app.person absent
                on absent.tenant_id = e.tenant_id and absent.id = e.acted_for
             where e.request_id = :id order by e.at, e.id
            """)
        .param("id", id.value())
        .query(
            (row, at) ->
                new PurchaseRequestDetails.Event(
                    row.getString("kind"),
                    row.getString("name"),
                    row.getString("for_name"),
                    row.getString("detail"),
                    Timestamps.get(row, "at")))
        .list();
  }

  List<PurchaseRequestDetails.Comment> comments(PurchaseRequestId id) {
    var mentions = mentions(id);
    return jdbc.sql(
            """
            select c.id, c.author_id, p.name, c.body, c.at
              from app.purchase_comment c
              join app.person p on p.tenant_id = c.tenant_id and p.id = c.author_id
             where c.request_id = :id order by c.at, c.id
            """)
        .param("id", id.value())
        .query(
            (row, at) ->
                new PurchaseRequestDetails.Comment(
                    new UserId(row.getObject("author_id", UUID.class)),
                    row.getString("name"),
                    row.getString("body"),
                    Timestamps.get(row, "at"),
                    mentions.getOrDefault(row.getObject("id", UUID.class), List.of())))
        .list();
  }

  private Map<UUID, List<PurchaseRequestDetails.Mention>> mentions(PurchaseRequestId id) {
    Map<UUID, List<PurchaseRequestDetails.Mention>> byComment = new HashMap<>();
    jdbc.sql(
            """
            select m.comment_id, m.person_id, p.name
              from app.purchase_comment c
              join app.purchase_comment_mention m on m.tenant_id = c.tenant_id and m.comment_id = c.id
              join app.person p on p.tenant_id = m.tenant_id and p.id = m.person_id
             where c.request_id = :id order by p.name, p.id
            """)
        .param("id", id.value())
        .query(
            row -> {
              byComment
                  .computeIfAbsent(
                      row.getObject("comment_id", UUID.class), comment -> new ArrayList<>())
                  .add(
                      new PurchaseRequestDetails.Mention(
                          new UserId(row.getObject("person_id", UUID.class)),
                          row.getString("name")));
            });
    return byComment;
  }

  private static PurchaseRequestDetails.Decision decision(ResultSet row, int at)
      throws SQLException {
    return new PurchaseRequestDetails.Decision(
        row.getString("kind"),
        row.getString("outcome"),
        number(row, "level_rank"),
        number(row, "level_count"),
        new UserId(row.getObject("decided_by", UUID.class)),
        row.getString("name"),
        row.getString("for_name"),
        Channel.valueOf(row.getString("channel")),
        row.getString("reason"),
        Timestamps.get(row, "decided_at"),
        row.getInt("revision"),
        row.getString("void_reason"));
  }

  private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
    return row.getObject(column, Integer.class);
  }
}
