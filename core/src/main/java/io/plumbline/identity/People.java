package io.plumbline.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People of the caller's tenant. */
@Component
public class People {
  private static final String SELECT =
      """
      select p.id, p.name, p.email,
             array(select r.role from app.person_role r where r.person_id = p.id) as roles
        from app.person p
      """;

  private final JdbcClient jdbc;
  private final Callers callers;
  private final Tenants tenants;

  People(JdbcClient jdbc, Callers callers, Tenants tenants) {
    this.jdbc = jdbc;
    this.callers = callers;
    this.tenants = tenants;
  }

  public Optional<Person> find(UserId id) {
    return jdbc.sql(SELECT + "where p.id = :id")
        .param("id", id.value())
        .query(People::person)
        .optional();
  }

  public Map<UserId, Person> find(Collection<UserId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql(SELECT + "where p.id in (:ids)")
        .param("ids", ids.stream().map(UserId::value).collect(Collectors.toSet()))
        .query(People::person)
        .stream()
        .collect(Collectors.toMap(Person::id, Function.identity()));
  }

  /** Everybody, by name. */
  public List<Person> all() {
    return jdbc.sql(SELECT + "order by p.name, p.id").query(People::person).list();
  }

  /** People with the role of this candidate group, by name. */
  public List<Person> inGroup(String group) {
    return jdbc.sql(
            SELECT
                + """
                where p.id in (select r.person_id from app.person_role r where r.role = :role)
                order by p.name, p.id
                """)
        .param("role", group)
        .query(People::person)
        .list();
  }

  /**
   * People whose name contains this text and who have one of the roles or are this person, by name.
   *
   * @param part of a name in any case, or nothing for everyone
   */
  public List<Person> named(String part, Set<Role> roles, UserId orThis, int atMost) {
    return jdbc.sql(
            SELECT
                + """
                where position(lower(:part) in lower(p.name)) > 0
                  and (p.id = :person
                       or p.id in (select r.person_id from app.person_role r where r.role in (:roles)))
                order by p.name, p.id limit :atMost
                """)
        .param("part", part)
        .param("person", orThis.value())
        .param("roles", roles.stream().map(Role::group).collect(Collectors.toSet()))
        .param("atMost", atMost)
        .query(People::person)
        .list();
  }

  /** The firm of the current caller. */
  public Tenant tenant() {
    return tenants.get(callers.current().tenant());
  }

  private static Person person(ResultSet row, int at) throws SQLException {
    return new Person(
        new UserId(row.getObject("id", UUID.class)),
        row.getString("name"),
        row.getString("email"),
        roles((String[]) row.getArray("roles").getArray()));
  }

  private static Set<Role> roles(String[] groups) {
    return Arrays.stream(groups)
        .flatMap(group -> Role.ofGroup(group).stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
