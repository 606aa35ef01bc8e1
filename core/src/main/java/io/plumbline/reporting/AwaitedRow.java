package io.plumbline.reporting;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request of the caller that is not decided yet.
 *
 * @param person who has taken the task it waits for, or null
 * @param groups whose task it is; empty when the process itself has it
 * @param since when it came to them, or was filed
 * @param due until when it is to be decided, or null
 */
public record AwaitedRow(
    String number,
    String title,
    long amountMinor,
    String currency,
    @Nullable String person,
    List<String> groups,
    Instant since,
    @Nullable Instant due) {}
