package io.plumbline.procurement;

import io.plumbline.identity.Callers;
import io.plumbline.shared.CappedCount;
import io.plumbline.shared.PageRequest;
import io.plumbline.shared.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Requests the caller may see, newest first. */
@Component
class RequestList {
  private static final int MOST_HITS = 5_000;
  private static final String ROWS =
      """
      select r.id, r.number, r.title, p.name as project, q.name as requester, r.category,
             r.amount_minor, r.currency, r.needed_by, r.status, r.submitted_at
        from app.purchase_request r
        join app.project p on p.tenant_id = r.tenant_id and p.id = r.project_id
        join app.person q on q.tenant_id = r.tenant_id and q.id = r.requester_id
      """;

  private final JdbcClient jdbc;
  private final Callers callers;
  private final RequestAccess access;

  RequestList(JdbcClient jdbc, Callers callers, RequestAccess access) {
    this.jdbc = jdbc;
    this.callers = callers;
    this.access = access;
  }

  List<PurchaseRequestRow> page(PurchaseRequestFilter filter, PageRequest page) {
    var sql =
        ROWS
            + conditions(filter)
            + " order by r.submitted_at desc, r.id limit :limit offset :offset";
    return bind(sql, filter)
        .param("limit", page.limit())
        .param("offset", page.offset())
        .query(RequestList::row)
        .list();
  }

  CappedCount count(PurchaseRequestFilter filter) {
    var sql =
        "select count(*) from (select from app.purchase_request r "
            + conditions(filter)
            + " limit "
            + (CappedCount.CAP + 1)
            + ") counted";
    return CappedCount.of(bind(sql, filter).query(Long.class).single());
  }

  private String conditions(PurchaseRequestFilter filter) {
    var sql = new StringBuilder("where true");
    if (requester(filter).isPresent()) {
      sql.append(" and r.requester_id = :requester");
    }
    if (filter.status() != null) {
      sql.append(" and r.status = :status");
    }
    if (filter.projectId() != null) {
      sql.append(" and r.project_id = :project");
    }
    if (filter.category() != null) {
      sql.append(" and r.category = :category");
    }
    if (words(filter).isPresent()) {
      sql.append(
          """
           and r.id in (select app.search_purchase_requests(
                 :words, cast(:requester as uuid), cast(:mostHits as integer)))
          """);
    }
    return sql.toString();
  }

  private StatementSpec bind(String sql, PurchaseRequestFilter filter) {
    return jdbc.sql(sql)
        .param("requester", requester(filter).orElse(null))
        .param("status", filter.status() == null ? null : filter.status().name())
        .param("project", filter.projectId())
        .param("category", filter.category())
        .param("words", words(filter).orElse(null))
        .param("mostHits", MOST_HITS);
  }

  private Optional<UUID> requester(PurchaseRequestFilter filter) {
    return filter.mineOnly() || !access.seesAll()
        ? Optional.of(callers.current().user().value())
        : Optional.empty();
  }

  private static Optional<String> words(PurchaseRequestFilter filter) {
    return Optional.ofNullable(filter.words())
        .map(words -> words.replace("\0", ""))
        .filter(words -> !words.isBlank());
  }

  private static PurchaseRequestRow row(ResultSet row, int at) throws SQLException {
    return new PurchaseRequestRow(
        new PurchaseRequestId(row.getObject("id", UUID.class)),
        row.getString("number"),
        row.getString("title"),
        row.getString("project"),
        row.getString("requester"),
        row.getString("category"),
        row.getLong("amount_minor"),
        row.getString("currency"),
        row.getObject("needed_by", LocalDate.class),
        Status.valueOf(row.getString("status")),
        Timestamps.get(row, "submitted_at"));
  }
}
