package io.plumbline.reporting;

import io.plumbline.identity.People;
import io.plumbline.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sums of commitments: open ones are committed, those that became an order are ordered. */
@Component
class Spending {
  private static final String SUMS =
      """
      coalesce(sum(c.amount_minor) filter (where c.state = 'ORDERED'), 0)::bigint as ordered,
      coalesce(sum(c.amount_minor) filter (where c.state = 'OPEN'), 0)::bigint as committed
      """;

  /** Planned money is summed along the budget lines; what has none, along its requests. */
  private static final String OF_FIRM =
      """
      select p.id, p.name, spent.category, sum(spent.ordered)::bigint as ordered,
             sum(spent.committed)::bigint as committed
        from (
          select b.project_id, b.category, line.ordered, line.committed
            from app.budget_line b
           cross join lateral (
                 select %1$s
                   from app.budget_commitment c
                  where c.tenant_id = b.tenant_id and c.budget_line_id = b.id
                    and c.state in ('OPEN', 'ORDERED')) line
           where b.currency = :currency
          union all
          select r.project_id, r.category, %1$s
            from app.budget_commitment c
            join app.purchase_request r on r.tenant_id = c.tenant_id and r.id = c.request_id
           where c.budget_line_id is null and c.state in ('OPEN', 'ORDERED') and r.currency = :currency
           group by r.project_id, r.category) spent
        join app.project p on p.id = spent.project_id
       group by p.tenant_id, p.id, spent.category
      having sum(spent.ordered) + sum(spent.committed) > 0
       order by p.name, spent.category
      """;

  private static final String OF_REQUESTER =
      """
      select p.id, p.name, r.category, %s
        from app.purchase_request r
        join app.budget_commitment c on c.tenant_id = r.tenant_id and c.request_id = r.id
        join app.project p on p.tenant_id = r.tenant_id and p.id = r.project_id
       where r.requester_id = :requester and r.currency = :currency
         and c.state in ('OPEN', 'ORDERED')
       group by p.tenant_id, p.id, r.category
       order by p.name, r.category
      """;

  private final JdbcClient jdbc;
  private final People people;

  Spending(JdbcClient jdbc, People people) {
    this.jdbc = jdbc;
    this.people = people;
  }

  List<SpendRow> ofFirm() {
    return jdbc.sql(OF_FIRM.formatted(SUMS))
        .param("currency", people.tenant().currency())
        .query(Spending::row)
        .list();
  }

  List<SpendRow> of(UserId requester) {
    return jdbc.sql(OF_REQUESTER.formatted(SUMS))
        .param("requester", requester.value())
        .param("currency", people.tenant().currency())
        .query(Spending::row)
        .list();
  }

  private static SpendRow row(ResultSet row, int at) throws SQLException {
    return new SpendRow(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("category"),
        row.getLong("ordered"),
        row.getLong("committed"));
  }
}
