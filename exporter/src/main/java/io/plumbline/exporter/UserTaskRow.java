package io.plumbline.exporter;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A new task, as its job describes it; {@link TaskDetails} adds what its local variables say. */
record UserTaskRow(
    long key,
    long processInstanceKey,
    long elementInstanceKey,
    String bpmnProcessId,
    String elementId,
    String formKey,
    @Nullable String assignee,
    List<String> candidateGroups,
    @Nullable Instant dueAt,
    Instant createdAt,
    long position)
    implements Row {
  @Override
  public Object id() {
    return key;
  }
}
