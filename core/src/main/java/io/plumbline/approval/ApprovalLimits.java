package io.plumbline.approval;

import io.plumbline.identity.Callers;
import io.plumbline.identity.People;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.Money;
import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.Problem;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Up to which amount the firm lets people decide without signing in. */
@Component
@Transactional
public class ApprovalLimits {
  private static final long DEFAULT_MAJOR = 10_000;

  private final JdbcClient jdbc;
  private final People people;
  private final Callers callers;

  ApprovalLimits(JdbcClient jdbc, People people, Callers callers) {
    this.jdbc = jdbc;
    this.people = people;
    this.callers = callers;
  }

  /** In the firm's currency; nothing is decided without signing in when it is 0. */
  @Transactional(readOnly = true)
  public Money current() {
    var currency = people.tenant().currency();
    return jdbc.sql("select amount_minor from app.approval_limit")
        .query(Long.class)
        .optional()
        .map(minor -> Money.of(minor, currency))
        .orElseGet(() -> major(DEFAULT_MAJOR, currency));
  }

  /**
   * Changes it; what was sent before is held to it too.
   *
   * @param minor in minor units of the firm's currency, 0 or more
   * @throws NotAllowed unless the caller administers the firm
   * @throws InvalidInput when it is negative
   */
  public void change(long minor) {
    if (!callers.current().administers()) {
      throw new NotAllowed("identity.adminOnly");
    }
    if (minor < 0) {
      throw new InvalidInput(List.of(Problem.of("limit", "approval.limit.negative")));
    }
    jdbc.sql(
            """
            insert into app.approval_limit (amount_minor) values (:minor)
            on conflict (tenant_id) do update set amount_minor = excluded.amount_minor
            """)
        .param("minor", minor)
        .update();
  }

  /** Another currency cannot be compared, so it needs a sign-in. */
  boolean allow(Money amount) {
    var limit = current();
    return amount.currency().equals(limit.currency()) && amount.minor() <= limit.minor();
  }

  private static Money major(long major, String currency) {
    var unit = Currency.getInstance(currency);
    var minor = BigDecimal.valueOf(major).movePointRight(unit.getDefaultFractionDigits());
    return new Money(minor.longValueExact(), unit);
  }
}
