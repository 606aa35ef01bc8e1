package io.plumbline.operations;

import io.plumbline.shared.PageRequest;
import org.jspecify.annotations.Nullable;

/** Which process instances; null means any. */
public record InstanceQuery(
    @Nullable String businessKey,
    @Nullable String processId,
    @Nullable String state,
    boolean withIncidentOnly,
    PageRequest page) {}
