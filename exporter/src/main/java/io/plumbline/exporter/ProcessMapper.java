package io.plumbline.exporter;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.ProcessIntent;
import io.camunda.zeebe.protocol.record.value.deployment.Process;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Deployments; a model deleted in the engine stays, instances of it are still looked at. */
final class ProcessMapper implements RowMapper<Process> {
  @Override
  public Class<Process> reads() {
    return Process.class;
  }

  @Override
  public @Nullable Row map(Record<?> record, Process value) {
    if (record.getIntent() != ProcessIntent.CREATED) {
      return null;
    }
    return new ProcessRow(
        value.getProcessDefinitionKey(),
        value.getBpmnProcessId(),
        value.getVersion(),
        value.getResourceName(),
        new String(value.getResource(), StandardCharsets.UTF_8),
        Instant.ofEpochMilli(record.getTimestamp()),
        record.getPosition());
  }
}
