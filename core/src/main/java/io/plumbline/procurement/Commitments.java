package io.plumbline.procurement;

import io.plumbline.shared.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Money promised to requests, one row per request and revision. */
@Component
class Commitments {
  private static final String SELECT =
      "select id, budget_line_id, amount_minor, state from app.budget_commitment ";

  private final JdbcClient jdbc;
  private final Stamps stamps;

  Commitments(JdbcClient jdbc, Stamps stamps) {
    this.jdbc = jdbc;
    this.stamps = stamps;
  }

  Optional<Commitment> find(PurchaseRequestId request, int revision) {
    return jdbc.sql(SELECT + "where request_id = :request and revision = :revision")
        .param("request", request.value())
        .param("revision", revision)
        .query(Commitments::commitment)
        .optional();
  }

  List<Commitment> open(PurchaseRequestId request) {
    return jdbc.sql(SELECT + "where request_id = :request and state = 'OPEN' order by revision")
        .param("request", request.value())
        .query(Commitments::commitment)
        .list();
  }

  UUID commit(PurchaseRequest request, @Nullable UUID budgetLine) {
    var id = stamps.nextId();
    jdbc.sql(
            """
            insert into app.budget_commitment
                   (id, request_id, revision, budget_line_id, amount_minor, state, committed_at)
            values (:id, :request, :revision, :line, :amount, 'OPEN', :now)
            """)
        .param("id", id)
        .param("request", request.id().value())
        .param("revision", request.revision())
        .param("line", budgetLine)
        .param("amount", request.wanted().amountMinor())
        .param("now", Timestamps.of(stamps.now()))
        .update();
    return id;
  }

  /** Ends an open commitment; false when it was not open any more. */
  boolean end(UUID id, State last) {
    return jdbc.sql(
                """
                update app.budget_commitment set state = :state, ended_at = :now
                 where id = :id and state = 'OPEN'
                """)
            .param("state", last.name())
            .param("now", Timestamps.of(stamps.now()))
            .param("id", id)
            .update()
        == 1;
  }

  private static Commitment commitment(ResultSet row, int at) throws SQLException {
    return new Commitment(
        row.getObject("id", UUID.class),
        row.getObject("budget_line_id", UUID.class),
        row.getLong("amount_minor"),
        State.valueOf(row.getString("state")));
  }

  enum State {
    OPEN,
    RELEASED,
    ORDERED
  }

  record Commitment(UUID id, @Nullable UUID budgetLine, long amountMinor, State state) {}
}
