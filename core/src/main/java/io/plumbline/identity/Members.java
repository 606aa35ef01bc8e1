package io.plumbline.identity;

import io.plumbline.shared.Conflict;
import io.plumbline.shared.Ids;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.NotFound;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes people into the caller's tenant; for organisation admins and the system itself. */
@Component
@Transactional
public class Members {
  private static final int LONGEST_PASSWORD = 72; // bytes; bcrypt ignores what follows
  private static final int SHORTEST_PASSWORD = 8;

  private final JdbcClient jdbc;
  private final Callers callers;
  private final PasswordEncoder encoder;
  private final People people;
  private final Ids ids;

  Members(JdbcClient jdbc, Callers callers, PasswordEncoder encoder, People people, Ids ids) {
    this.jdbc = jdbc;
    this.callers = callers;
    this.encoder = encoder;
    this.people = people;
    this.ids = ids;
  }

  public UserId add(String name, @Nullable String email, Set<Role> roles) {
    requireAdministrator();
    var id = new UserId(ids.next());
    jdbc.sql("insert into app.person (id, name, email) values (:id, :name, :email)")
        .param("id", id.value())
        .param("name", name)
        .param("email", email)
        .update();
    assign(id, roles);
    return id;
  }

  /** Replaces the roles of a person. */
  public void assign(UserId person, Set<Role> roles) {
    requireAdministrator();
    jdbc.sql("delete from app.person_role where person_id = :person")
        .param("person", person.value())
        .update();
    for (var role : roles) {
      jdbc.sql("insert into app.person_role (person_id, role) values (:person, :role)")
          .param("person", person.value())
          .param("role", role.group())
          .update();
    }
  }

  /**
   * Lets a person sign in with a name and a password.
   *
   * @param username unique on this installation, case does not matter
   */
  public void openAccount(UserId person, String username, String password) {
    requireAdministrator();
    requireUsable(password);
    people.find(person).orElseThrow(() -> new NotFound("person", person));
    var inserted =
        jdbc.sql(
                """
                insert into directory.account (username, tenant_id, user_id, password_hash)
                values (:username, :tenant, :user, :hash)
                on conflict do nothing
                """)
            .param("username", username.strip().toLowerCase(Locale.ROOT))
            .param("tenant", callers.current().tenant().value())
            .param("user", person.value())
            .param("hash", encoder.encode(password))
            .update();
    if (inserted == 0) {
      throw new Conflict("account.taken", username);
    }
  }

  /** Stops or allows signing in; running refresh tokens of a stopped account end at once. */
  public void activate(UserId person, boolean active) {
    requireAdministrator();
    jdbc.sql(
            """
            update directory.account set active = :active
             where tenant_id = :tenant and user_id = :user
            """)
        .param("active", active)
        .param("tenant", callers.current().tenant().value())
        .param("user", person.value())
        .update();
  }

  private void requireAdministrator() {
    if (!callers.current().administers()) {
      throw new NotAllowed("identity.adminOnly");
    }
  }

  private static void requireUsable(String password) {
    if (password.length() < SHORTEST_PASSWORD
        || password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD) {
      throw new InvalidInput("account.passwordLength", SHORTEST_PASSWORD, LONGEST_PASSWORD);
    }
  }
}
