package io.plumbline.messaging;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens WhatsApp's 24 hours, as a message from there would. */
public final class TestWindows {
  private TestWindows() {}

  /** For an address of the current tenant. */
  public static void open(JdbcClient jdbc, String phone, Instant now) {
    jdbc.sql(
            """
            insert into app.conversation (id, channel, address, last_at, last_inbound_at)
            values (:id, 'WHATSAPP', :phone, :now, :now)
            on conflict (tenant_id, channel, address) do update set last_inbound_at = :now
            """)
        .param("id", UUID.randomUUID())
        .param("phone", phone)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }
}
