package io.plumbline.exporter;

import java.util.Map;
import java.util.UUID;

/** An engine's log, exported in batches of one size; what it means depends on no size. */
abstract class ReadModelFixture {
  static final Map<String, String> HEADERS =
      Map.of(
          "io.camunda.zeebe:formKey", "procurement.approve",
          "io.camunda.zeebe:candidateGroups", "[\"project-manager\",\"it's \\\"odd\\\" {a,b}\"]",
          "io.camunda.zeebe:dueDate", "2026-12-01T17:00:00.123+03:00[Asia/Riyadh]");

  private final int batchSize;
  final EngineLog log = new EngineLog().deployed();
  final UUID tenant = UUID.randomUUID();
  final ReadModel model = ReadModel.empty();

  ReadModelFixture(int batchSize) {
    this.batchSize = batchSize;
  }

  final void export() {
    try (var broker = TestBroker.open(model.database(), "batchSize", batchSize)) {
      broker.exportAll(log.records());
    }
  }
}
