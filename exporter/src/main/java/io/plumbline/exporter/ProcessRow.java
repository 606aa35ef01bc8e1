package io.plumbline.exporter;

import java.time.Instant;

/** A deployed version of a process model. */
record ProcessRow(
    long key,
    String bpmnProcessId,
    int version,
    String resourceName,
    String xml,
    Instant deployedAt,
    long position)
    implements Row {
  static final MultiRowStatement<ProcessRow> UPSERT =
      MultiRowStatement.<ProcessRow>of(
              """
              insert into engine.process as t (key, bpmn_process_id, version, resource_name, xml, deployed_at, epoch, pos)
              select r.key, r.bpmn_process_id, r.version, r.resource_name, r.xml, r.deployed_at, {epoch}, r.pos
                from {rows}
              on conflict (key) do nothing
              """)
          .bigint("key", ProcessRow::key)
          .text("bpmn_process_id", ProcessRow::bpmnProcessId)
          .integer("version", ProcessRow::version)
          .text("resource_name", ProcessRow::resourceName)
          .text("xml", ProcessRow::xml)
          .instant("deployed_at", ProcessRow::deployedAt)
          .bigint("pos", ProcessRow::position);

  @Override
  public Object id() {
    return key;
  }

  @Override
  public long processInstanceKey() {
    return 0;
  }
}
