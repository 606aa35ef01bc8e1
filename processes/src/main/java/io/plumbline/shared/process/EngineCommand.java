package io.plumbline.shared.process;

import io.plumbline.identity.TenantId;
import java.time.Instant;
import java.util.UUID;

/**
 * An instruction on its way to the engine.
 *
 * @param attempts how often it was tried before
 */
record EngineCommand(
    UUID id, TenantId tenant, Instruction instruction, Instant createdAt, int attempts) {
  Ref ref() {
    return new Ref(tenant, id);
  }

  /** Names a command where no tenant is known yet: the scheduler's table. */
  record Ref(TenantId tenant, UUID id) {
    private static final char SEPARATOR = '/';

    static Ref parse(String taskInstance) {
      var at = taskInstance.indexOf(SEPARATOR);
      return new Ref(
          new TenantId(UUID.fromString(taskInstance.substring(0, at))),
          UUID.fromString(taskInstance.substring(at + 1)));
    }

    String taskInstance() {
      return tenant.value().toString() + SEPARATOR + id;
    }
  }
}
