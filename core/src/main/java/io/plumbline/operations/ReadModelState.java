package io.plumbline.operations;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How fresh the read model is.
 *
 * @param lastRecordAt newest record seen, null before the first
 * @param lag between the newest record's timestamp and its commit
 * @param epoch counts resets of the engine's log, starting at 1
 * @param failures records that could not be mapped
 * @param incomplete it was lost or restored from a backup, so that earlier things may be missing
 * @param lostInstances instances of the caller's tenant lost with an earlier log
 */
public record ReadModelState(
    @Nullable Instant lastRecordAt,
    @Nullable Duration lag,
    int epoch,
    long failures,
    boolean incomplete,
    long lostInstances) {}
