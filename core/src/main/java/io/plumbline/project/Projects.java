package io.plumbline.project;

import io.plumbline.identity.Caller;
import io.plumbline.identity.Callers;
import io.plumbline.identity.Role;
import io.plumbline.identity.UserId;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.Ids;
import io.plumbline.shared.NotAllowed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Projects of the caller's tenant. */
@Component
public class Projects {
  private static final Set<Role> SEE_ALL =
      Set.of(
          Role.PROJECT_MANAGER,
          Role.PROCUREMENT_MANAGER,
          Role.FINANCE_DIRECTOR,
          Role.ORGANISATION_ADMIN);
  private static final String SELECT = "select p.id, p.code, p.name from app.project p ";
  private static final String MINE =
      """
      where p.active and (:all or exists (
        select from app.project_member m where m.project_id = p.id and m.person_id = :person))
      """;

  private final JdbcClient jdbc;
  private final Callers callers;
  private final Ids ids;

  Projects(JdbcClient jdbc, Callers callers, Ids ids) {
    this.jdbc = jdbc;
    this.callers = callers;
    this.ids = ids;
  }

  /** Active projects the caller works on; all active ones for managers, directors and admins. */
  public List<ProjectRow> mine() {
    return mine(SELECT + MINE + " order by p.code").query(Projects::project).list();
  }

  /** One of {@link #mine()}. */
  public Optional<ProjectRow> findMine(ProjectId id) {
    return mine(SELECT + MINE + " and p.id = :id")
        .param("id", id.value())
        .query(Projects::project)
        .optional();
  }

  /** Any project of the tenant, also a closed one. */
  public Optional<ProjectRow> find(ProjectId id) {
    return jdbc.sql(SELECT + "where p.id = :id")
        .param("id", id.value())
        .query(Projects::project)
        .optional();
  }

  public Optional<ProjectRow> findByCode(String code) {
    return jdbc.sql(SELECT + "where p.code = :code")
        .param("code", code)
        .query(Projects::project)
        .optional();
  }

  /**
   * Opens a project.
   *
   * @param code short name, unique in the tenant
   */
  @Transactional
  public ProjectId open(String code, String name) {
    requireAdministrator();
    var id = new ProjectId(ids.next());
    var inserted =
        jdbc.sql(
                """
                insert into app.project (id, code, name) values (:id, :code, :name)
                on conflict (tenant_id, code) do nothing
                """)
            .param("id", id.value())
            .param("code", code)
            .param("name", name)
            .update();
    if (inserted == 0) {
      throw new Conflict("project.codeTaken", code);
    }
    return id;
  }

  /** Lets a person work on a project; harmless when they already do. */
  @Transactional
  public void assign(ProjectId project, UserId person) {
    requireAdministrator();
    jdbc.sql(
            """
            insert into app.project_member (project_id, person_id) values (:project, :person)
            on conflict do nothing
            """)
        .param("project", project.value())
        .param("person", person.value())
        .update();
  }

  /** No new requests for this project; those on their way go on. */
  @Transactional
  public void close(ProjectId project) {
    requireAdministrator();
    jdbc.sql("update app.project set active = false, version = version + 1 where id = :id")
        .param("id", project.value())
        .update();
  }

  private JdbcClient.StatementSpec mine(String sql) {
    var caller = callers.current();
    return jdbc.sql(sql).param("all", seesAll(caller)).param("person", caller.user().value());
  }

  private static boolean seesAll(Caller caller) {
    return caller.roles().stream().anyMatch(SEE_ALL::contains);
  }

  private void requireAdministrator() {
    if (!callers.current().administers()) {
      throw new NotAllowed("identity.adminOnly");
    }
  }

  private static ProjectRow project(ResultSet row, int at) throws SQLException {
    return new ProjectRow(
        new ProjectId(row.getObject("id", UUID.class)),
        row.getString("code"),
        row.getString("name"));
  }
}
