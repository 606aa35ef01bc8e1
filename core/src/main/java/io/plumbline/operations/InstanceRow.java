package io.plumbline.operations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A process instance in lists; state is ACTIVE, COMPLETED or TERMINATED. */
public record InstanceRow(
    long key,
    String processId,
    int version,
    @Nullable String businessKey,
    @Nullable String title,
    String state,
    Instant startedAt,
    @Nullable Instant endedAt,
    int openIncidents) {}
