package io.plumbline.app.demo;

import io.plumbline.identity.TenantId;
import io.plumbline.identity.UserId;
import io.plumbline.shared.Ids;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what has no screen of its own yet: projects, budgets, vendors, the working calendar. */
@Component
@ConditionalOnProperty("plumbline.demo")
class DemoRows {
  private final JdbcClient jdbc;
  private final Ids ids;

  DemoRows(JdbcClient jdbc, Ids ids) {
    this.jdbc = jdbc;
    this.ids = ids;
  }

  TenantId newTenantId() {
    return new TenantId(ids.next());
  }

  void tenant(TenantId id, DemoFirm firm) {
    jdbc.sql("insert into directory.tenant (id, slug, name, zone, currency) values (?, ?, ?, ?, ?)")
        .params(
            id.value(),
            firm.slug(),
            firm.name(),
            firm.zone().getId(),
            firm.currency().getCurrencyCode())
        .update();
  }

  /** A project everyone works on, with its budget lines. */
  void project(DemoFirm.Project project, DemoFirm firm, List<UserId> people) {
    var id = ids.next();
    jdbc.sql("insert into app.project (id, code, name) values (?, ?, ?)")
        .params(id, project.code(), project.name())
        .update();
    for (var person : people) {
      jdbc.sql("insert into app.project_member (project_id, person_id) values (?, ?)")
          .params(id, person.value())
          .update();
    }
    project
        .budgets()
        .forEach(
            (category, amount) ->
                jdbc.sql(
                        """
                        insert into app.budget_line (id, project_id, category, currency, amount_minor)
                        values (?, ?, ?, ?, ?)
                        """)
                    .params(ids.next(), id, category, firm.currency().getCurrencyCode(), amount)
                    .update());
  }

  void vendor(DemoFirm.Vendor vendor) {
    jdbc.sql("insert into app.vendor (id, name, email) values (?, ?, ?)")
        .params(ids.next(), vendor.name(), vendor.email())
        .update();
  }

  void calendar(DemoFirm firm) {
    var week = firm.week();
    for (var day : week.days()) {
      week.spans()
          .forEach(
              (starts, ends) ->
                  jdbc.sql("insert into app.working_hours (weekday, starts, ends) values (?, ?, ?)")
                      .params(day.getValue(), starts, ends)
                      .update());
    }
    firm.holidays()
        .forEach(
            (day, name) ->
                jdbc.sql("insert into app.holiday (day, name) values (?, ?)")
                    .params(day, name)
                    .update());
  }
}
