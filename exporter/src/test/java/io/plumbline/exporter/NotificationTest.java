package io.plumbline.exporter;

import static io.plumbline.exporter.EngineLog.rootVariables;
import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.protocol.record.Record;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Every web node hears which tenants and instances changed, once the change is committed. */
class NotificationTest {
  private final UUID tenant = UUID.randomUUID();
  private final ReadModel model = ReadModel.empty();
  private final EngineLog log = new EngineLog().deployed();

  @Test
  void shouldNameTenantsAndInstances() throws SQLException {
    var instance = log.startedByMessage(rootVariables(tenant));
    assertThat(heard(log.records(), 1000).getLast())
        .isEqualToIgnoringWhitespace(
            "{\"tenants\":[\"%s\"],\"instances\":[%d]}".formatted(tenant, instance));
  }

  @Test
  void shouldNameInstancesWithoutTenant() throws SQLException {
    var instance = log.startedByMessage(Map.of());
    assertThat(heard(log.records(), 1000).getLast())
        .isEqualToIgnoringWhitespace("{\"tenants\":[],\"instances\":[%d]}".formatted(instance));
  }

  @Test
  void shouldSayThatThereAreMoreInstancesThanFit() throws SQLException {
    for (int i = 0; i < 300; i++) {
      log.startedByCommand(-1, rootVariables(UUID.randomUUID()));
    }
    var payload =
        heard(log.records(), 100_000).stream().filter(text -> text.contains("more")).findFirst();
    assertThat(payload)
        .hasValueSatisfying(text -> assertThat(text.replace(" ", "")).endsWith("\"more\":true}"));
    assertThat(payload.orElseThrow()).hasSizeLessThan(8000);
  }

  @Test
  void shouldStaySilentWhenNoInstanceChanged() throws SQLException {
    assertThat(heard(log.records(), 1000)).isEmpty();
  }

  private List<String> heard(List<Record<?>> records, int batchSize) throws SQLException {
    try (var listener = model.database().app().getConnection();
        var statement = listener.createStatement()) {
      statement.execute("listen engine");
      try (var broker =
          TestBroker.open(model.database(), "batchSize", batchSize, "queueSize", 100_000)) {
        broker.exportAll(records);
      }
      var notifications = listener.unwrap(PGConnection.class).getNotifications(1000);
      return List.of(notifications).stream().map(PGNotification::getParameter).toList();
    }
  }
}
