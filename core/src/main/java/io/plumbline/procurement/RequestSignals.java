package io.plumbline.procurement;

import io.plumbline.identity.Callers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells open pages that people changed something about requests which the engine knows nothing of.
 */
@Component
class RequestSignals {
  private final JdbcClient jdbc;
  private final Callers callers;

  RequestSignals(JdbcClient jdbc, Callers callers) {
    this.jdbc = jdbc;
    this.callers = callers;
  }

  /** Heard after the commit, see {@link io.plumbline.shared.TenantSignals}. */
  void changed() {
    jdbc.sql("select pg_notify('signal', :topic || ' ' || :tenant)")
        .param("topic", PurchaseRequests.SIGNAL)
        .param("tenant", callers.current().tenant().toString())
        .query((row, at) -> true)
        .single();
  }
}
