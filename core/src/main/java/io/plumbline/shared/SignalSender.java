package io.plumbline.shared;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells open pages of a firm that something changed which the engine knows nothing of. */
@Component
public class SignalSender {
  private final JdbcClient jdbc;

  SignalSender(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Heard on all nodes after the commit of the current transaction; see {@link TenantSignals}. */
  public void send(String topic, UUID tenant) {
    jdbc.sql("select pg_notify('signal', :what)")
        .param("what", topic + " " + tenant)
        .query((row, at) -> true)
        .single();
  }
}
