package io.plumbline.shared;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@link ReadModelChanges} from the exporter's {@code NOTIFY engine}. */
final class NotifiedReadModelChanges extends Listening implements ReadModelChanges {
  private static final Logger LOG = LoggerFactory.getLogger(NotifiedReadModelChanges.class);

  private final JsonMapper json;
  private final CopyOnWriteArrayList<CoalescedListener> listeners = new CopyOnWriteArrayList<>();

  NotifiedReadModelChanges(DatabaseListener.Connections connections, JsonMapper json) {
    super("engine", "read-model", connections);
    this.json = json;
  }

  @Override
  public Subscription subscribe(UUID tenant, Consumer<ReadModelChange> listener) {
    var coalesced = new CoalescedListener(tenant, listener);
    listeners.add(coalesced);
    return () -> {
      listeners.remove(coalesced);
      coalesced.close();
    };
  }

  @Override
  public void listening() {
    listeners.forEach(listener -> listener.changed(Set.of()));
  }

  @Override
  public void heard(String payload) {
    try {
      tell(json.readTree(payload));
    } catch (JacksonException | IllegalArgumentException e) {
      LOG.warn("A notification about the read model is not understood: {}", e.getMessage());
      listening();
    }
  }

  private void tell(JsonNode change) {
    var tenants = new HashSet<UUID>();
    change.path("tenants").forEach(tenant -> tenants.add(UUID.fromString(tenant.asString())));
    var instances = new HashSet<Long>();
    if (!change.path("more").asBoolean(false)) {
      change.path("instances").forEach(instance -> instances.add(instance.asLong()));
    }
    listeners.stream()
        .filter(listener -> tenants.contains(listener.tenant()))
        .forEach(listener -> listener.changed(instances));
  }
}
