package io.plumbline.identity;

import io.plumbline.shared.Conflict;
import io.plumbline.shared.Ids;
import io.plumbline.shared.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All firms on this installation: the directory that is read before a tenant is known. */
@Component
public class Tenants {
  private static final String SELECT = "select id, name, zone, currency from directory.tenant ";

  /** Asked for at every step, and changed about never: what is known may be this old. */
  private static final Duration KNOWN_FOR = Duration.ofSeconds(10);

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Map<TenantId, Known> known = new ConcurrentHashMap<>();

  Tenants(JdbcClient jdbc, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Opens a tenant.
   *
   * @param slug short name in addresses and sign-in names, unique
   * @throws Conflict when the slug is taken
   */
  public Tenant create(String slug, String name, ZoneId zone, Currency currency) {
    var tenant = new Tenant(new TenantId(ids.next()), name, zone, currency.getCurrencyCode());
    var inserted =
        jdbc.sql(
                """
                insert into directory.tenant (id, slug, name, zone, currency)
                values (:id, :slug, :name, :zone, :currency)
                on conflict (slug) do nothing
                """)
            .param("id", tenant.id().value())
            .param("slug", slug)
            .param("name", name)
            .param("zone", zone.getId())
            .param("currency", tenant.currency())
            .update();
    if (inserted == 0) {
      throw new Conflict("tenant.slugTaken", slug);
    }
    return tenant;
  }

  public Optional<Tenant> findBySlug(String slug) {
    return jdbc.sql(SELECT + "where slug = :slug")
        .param("slug", slug)
        .query(Tenants::tenant)
        .optional();
  }

  /** As it was at most ten seconds ago. */
  public Tenant get(TenantId id) {
    var now = clock.instant();
    var seen = known.get(id);
    if (seen == null || !now.isBefore(seen.until())) {
      seen = new Known(read(id), now.plus(KNOWN_FOR));
      known.put(id, seen);
    }
    return seen.tenant();
  }

  private Tenant read(TenantId id) {
    return jdbc.sql(SELECT + "where id = :id")
        .param("id", id.value())
        .query(Tenants::tenant)
        .optional()
        .orElseThrow(() -> new NotFound("tenant", id));
  }

  /** Every tenant, for maintenance that visits each in turn. */
  public List<TenantId> all() {
    return jdbc.sql("select id from directory.tenant order by id")
        .query((row, at) -> new TenantId(row.getObject("id", UUID.class)))
        .list();
  }

  private static Tenant tenant(ResultSet row, int at) throws SQLException {
    return new Tenant(
        new TenantId(row.getObject("id", UUID.class)),
        row.getString("name"),
        ZoneId.of(row.getString("zone")),
        row.getString("currency"));
  }

  private record Known(Tenant tenant, Instant until) {}
}
