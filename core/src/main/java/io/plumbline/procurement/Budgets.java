package io.plumbline.procurement;

import io.plumbline.identity.Callers;
import io.plumbline.project.ProjectId;
import io.plumbline.shared.Ids;
import io.plumbline.shared.Money;
import io.plumbline.shared.NotAllowed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What projects may spend per category, and how much of it is gone. */
@Component
public class Budgets {
  private static final String STANDING =
      """
      select b.id, b.category, b.currency, b.amount_minor,
             coalesce(sum(c.amount_minor) filter (where c.state = 'ORDERED'), 0) as ordered,
             coalesce(sum(c.amount_minor) filter (where c.state = 'OPEN'), 0) as committed
        from app.budget_line b
        left join app.budget_commitment c
          on c.tenant_id = b.tenant_id and c.budget_line_id = b.id and c.state in ('OPEN', 'ORDERED')
       where b.project_id = :project and b.category = :category and b.currency = :currency
       group by b.tenant_id, b.id
      """;

  private final JdbcClient jdbc;
  private final Callers callers;
  private final Ids ids;

  Budgets(JdbcClient jdbc, Callers callers, Ids ids) {
    this.jdbc = jdbc;
    this.callers = callers;
    this.ids = ids;
  }

  /** Plans a project's spending on a category, replacing an earlier plan; for admins. */
  @Transactional
  public void plan(ProjectId project, Category category, Money amount) {
    if (!callers.current().administers()) {
      throw new NotAllowed("identity.adminOnly");
    }
    jdbc.sql(
            """
            insert into app.budget_line (id, project_id, category, currency, amount_minor)
            values (:id, :project, :category, :currency, :amount)
            on conflict (tenant_id, project_id, category)
            do update set currency = excluded.currency, amount_minor = excluded.amount_minor
            """)
        .param("id", ids.next())
        .param("project", project.value())
        .param("category", category.key())
        .param("currency", amount.currency().getCurrencyCode())
        .param("amount", amount.minor())
        .update();
  }

  /** Where the budget line stands that fits the project, category and currency. */
  Optional<Standing> find(Wanted wanted) {
    return jdbc.sql(STANDING)
        .param("project", wanted.project().value())
        .param("category", wanted.category())
        .param("currency", wanted.currency())
        .query(Budgets::standing)
        .optional();
  }

  /**
   * The same, holding the line until the transaction ends: nobody else commits against it
   * meanwhile. Two statements, because one would read the sums as they were before it got the lock.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  Optional<Standing> lock(Wanted wanted) {
    jdbc.sql(
            """
            select id from app.budget_line
             where project_id = :project and category = :category for update
            """)
        .param("project", wanted.project().value())
        .param("category", wanted.category())
        .query(UUID.class)
        .optional();
    return find(wanted);
  }

  private static Standing standing(ResultSet row, int at) throws SQLException {
    return new Standing(
        row.getObject("id", UUID.class),
        row.getLong("amount_minor"),
        row.getLong("ordered"),
        row.getLong("committed"));
  }

  /** All in minor units of the line's currency. */
  record Standing(UUID line, long budgetMinor, long orderedMinor, long committedMinor) {
    long freeMinor() {
      return budgetMinor - orderedMinor - committedMinor;
    }
  }
}
