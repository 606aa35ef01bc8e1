package io.plumbline.procurement;

import io.plumbline.identity.Callers;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.Ids;
import io.plumbline.shared.NotAllowed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Vendors of the caller's tenant. */
@Component
public class Vendors {
  private static final String SELECT = "select id, name, email from app.vendor ";

  private final JdbcClient jdbc;
  private final Callers callers;
  private final Ids ids;

  Vendors(JdbcClient jdbc, Callers callers, Ids ids) {
    this.jdbc = jdbc;
    this.callers = callers;
    this.ids = ids;
  }

  public List<Vendor> active() {
    return jdbc.sql(SELECT + "where active order by name").query(Vendors::vendor).list();
  }

  public Optional<Vendor> findActive(VendorId id) {
    return jdbc.sql(SELECT + "where id = :id and active")
        .param("id", id.value())
        .query(Vendors::vendor)
        .optional();
  }

  /** Any vendor, also one we no longer buy from. */
  public Optional<Vendor> find(VendorId id) {
    return jdbc.sql(SELECT + "where id = :id")
        .param("id", id.value())
        .query(Vendors::vendor)
        .optional();
  }

  /**
   * Takes a vendor in; for organisation admins.
   *
   * @param email where orders go
   */
  @Transactional
  public VendorId add(String name, String email) {
    if (!callers.current().administers()) {
      throw new NotAllowed("identity.adminOnly");
    }
    var id = new VendorId(ids.next());
    var inserted =
        jdbc.sql(
                """
                insert into app.vendor (id, name, email) values (:id, :name, :email)
                on conflict (tenant_id, name) do nothing
                """)
            .param("id", id.value())
            .param("name", name)
            .param("email", email)
            .update();
    if (inserted == 0) {
      throw new Conflict("procurement.vendor.nameTaken", name);
    }
    return id;
  }

  private static Vendor vendor(ResultSet row, int at) throws SQLException {
    return new Vendor(
        new VendorId(row.getObject("id", UUID.class)),
        row.getString("name"),
        row.getString("email"));
  }
}
