package io.plumbline.reporting;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Open tasks past their due date. */
public record OverdueRow(
    String processId,
    @Nullable UUID projectId,
    @Nullable String projectName,
    long count,
    Instant oldestDue) {}
