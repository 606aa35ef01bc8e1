package io.plumbline.exporter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

record DecisionEvaluationRow(
    long key,
    long processInstanceKey,
    String elementId,
    String decisionId,
    int decisionVersion,
    String output,
    @Nullable String failure,
    Instant evaluatedAt,
    long position)
    implements Row {
  static final MultiRowStatement<DecisionEvaluationRow> INSERT =
      MultiRowStatement.<DecisionEvaluationRow>of(
              """
              insert into engine.decision_evaluation
                     (key, tenant_id, process_instance_key, element_id, decision_id, decision_version, output, failure,
                      evaluated_at, epoch, pos)
              select r.key, i.tenant_id, r.process_instance_key, r.element_id, r.decision_id, r.decision_version, r.output,
                     r.failure, r.evaluated_at, {epoch}, r.pos
                from {rows}
                left join engine.process_instance i on i.key = r.process_instance_key
              on conflict (key) do nothing
              """)
          .bigint("key", DecisionEvaluationRow::key)
          .bigint("process_instance_key", DecisionEvaluationRow::processInstanceKey)
          .text("element_id", DecisionEvaluationRow::elementId)
          .text("decision_id", DecisionEvaluationRow::decisionId)
          .integer("decision_version", DecisionEvaluationRow::decisionVersion)
          .text("output", DecisionEvaluationRow::output)
          .text("failure", DecisionEvaluationRow::failure)
          .instant("evaluated_at", DecisionEvaluationRow::evaluatedAt)
          .bigint("pos", DecisionEvaluationRow::position);

  @Override
  public Object id() {
    return key;
  }
}
