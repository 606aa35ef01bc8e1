package io.plumbline.shared;

import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Numbers people see, counted per tenant and kind. */
@Component
public class Numbers {
  private final JdbcClient jdbc;

  Numbers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The next number, "PR-000001". Holds a lock on the tenant's counter until the caller's
   * transaction ends, and a rollback gives the number back: take it as late as possible.
   *
   * @param kind prefix, for instance "PR"
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public String next(String kind) {
    var last =
        jdbc.sql(
                """
                insert into app.number_sequence as s (kind, last) values (:kind, 1)
                on conflict (tenant_id, kind) do update set last = s.last + 1
                returning last
                """)
            .param("kind", kind)
            .query(Long.class)
            .single();
    return String.format(Locale.ROOT, "%s-%06d", kind, last);
  }
}
